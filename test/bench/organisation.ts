import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/child';

const GENERAL = 'general';
const both = (text: string) => ({ nl: text, en: text });

/** The counsellors of an organisation as large as a bench needs it, all at the general desk. */
export const staffForBench = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `counsellor-${index + 1}`);

/** Such an organisation as a file, and the environment that makes a node use it. */
export function writeOrganisation(counsellors: number): {
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
} {
  const folder = temporaryFolder('organisation');
  const path = join(folder.path, 'organisation.json');
  const organisation = {
    id: 'Bench',
    name: 'Bench',
    regions: [],
    desks: [{ id: GENERAL, name: both('General desk'), regions: [] }],
    generalDesk: GENERAL,
    telephones: [],
    openingTimes: both('Always'),
    timeZone: 'Europe/Amsterdam',
    exitUrl: 'https://www.example.org/weather',
  };
  const staff = staffForBench(counsellors).map((staffId, index) => ({
    staffId,
    displayName: `Counsellor ${index + 1}`,
    role: 'counsellor',
    desks: [GENERAL],
    languages: ['nl', 'en'],
  }));
  writeFileSync(path, JSON.stringify({ organisation, staff, cannedReplies: [] }));
  return { env: { ORGANISATION_FILE: path }, stop: folder.remove };
}
