import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './child';

const GENERAL = 'general';
const both = (text: string) => ({ nl: text, en: text });

/** The counsellors of an organisation as large as a bench needs it, all at the general desk. */
export const staffForBench = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `counsellor-${index + 1}`);

/** So many desks, each with a region of its own, with so many people; the last of them is a supervisor. */
export type LargeOrganisation = { readonly desks: number; readonly people: number };

const deskForBench = (index: number): string => (index === 0 ? GENERAL : `desk-${index}`);
export const regionForBench = (index: number): string => `region-${index}`;

/** An organisation as large as supervision is made for. */
export const writeLargeOrganisation = ({ desks, people }: LargeOrganisation) =>
  writeFile({
    regions: places(desks, (index) => ({ id: regionForBench(index), name: `Region ${index}` })),
    desks: places(desks, (index) => ({
      id: deskForBench(index),
      name: { nl: `Bureau Midden-Brabant ${index}`, en: `Desk Midden-Brabant ${index}` },
      regions: index === 0 ? [] : [regionForBench(index)],
    })),
    staff: staffForBench(people).map((staffId, index) => ({
      ...person(staffId, index),
      role: index === people - 1 ? 'supervisor' : 'counsellor',
      desks: [deskForBench(index % desks)],
    })),
  });

const places = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Such an organisation as a file, and the environment that makes a node use it. */
export const writeOrganisation = (counsellors: number) =>
  writeFile({
    regions: [],
    desks: [{ id: GENERAL, name: both('General desk'), regions: [] }],
    staff: staffForBench(counsellors).map(person),
  });

const person = (staffId: string, index: number) => ({
  staffId,
  displayName: `Counsellor ${index + 1}`,
  role: 'counsellor',
  desks: [GENERAL],
  languages: ['nl', 'en'],
});

function writeFile({
  regions,
  desks,
  staff,
}: {
  readonly regions: readonly unknown[];
  readonly desks: readonly unknown[];
  readonly staff: readonly unknown[];
}): { readonly env: Readonly<Record<string, string>>; stop(): void } {
  const folder = temporaryFolder('organisation');
  const path = join(folder.path, 'organisation.json');
  const organisation = {
    id: 'Bench',
    name: 'Bench',
    regions,
    desks,
    generalDesk: GENERAL,
    telephones: [],
    openingTimes: both('Always'),
    timeZone: 'Europe/Amsterdam',
    exitUrl: 'https://www.example.org/weather',
  };
  writeFileSync(path, JSON.stringify({ organisation, staff, cannedReplies: [] }));
  return { env: { ORGANISATION_FILE: path }, stop: folder.remove };
}
