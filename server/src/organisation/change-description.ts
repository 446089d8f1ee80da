import { isSame } from '@haven/shared/same';
import type { AuditAct } from '@haven/shared/protocol/audit';
import type { Organisation } from '@haven/shared/protocol/organisation';
import {
  type OrganisationChange,
  type OrganisationDescription,
  organisationFault,
} from '@haven/shared/protocol/organisation-description';
import { err, ok, type Result } from '@haven/shared/result';

type Region = Organisation['regions'][number];
type Desk = Organisation['desks'][number];

/** What is to be written: all of it, or nothing. */
export type DescriptionWrites = {
  readonly own: Pick<OrganisationChange, 'name' | 'telephones' | 'openingTimes' | 'exitUrl'>;
  readonly regions: { readonly added: readonly Region[]; readonly changed: readonly Region[] };
  readonly desks: { readonly added: readonly Desk[]; readonly changed: readonly Desk[] };
  /** What is different afterwards, for the audit log; empty: nothing. `about` null: the organisation itself. */
  readonly acts: readonly { readonly act: AuditAct; readonly about: string | null }[];
};

/** What a change makes of what the organisation says of itself. */
export function changeDescription(
  before: OrganisationDescription,
  { version, regions, desks, ...own }: OrganisationChange,
): Result<DescriptionWrites, 'outdated' | 'malformed'> {
  if (before.version !== version) return err('outdated');
  const { generalDesk } = before;
  const after = { generalDesk, regions: merged(before.regions, regions), desks: merged(before.desks, desks) };
  const isTwice = hasTwice(regions) || hasTwice(desks);
  const { retired } = before;
  // What is retired keeps its identifier, for records name it by that.
  const isTaken = isRetired(retired.regions, regions) || isRetired(retired.desks, desks);
  if (isTwice || isTaken || organisationFault(after) !== null) return err('malformed');
  const placed = { regions: sorted(before.regions, regions), desks: sorted(before.desks, desks) };
  const parts = [
    { act: 'organisation-renamed', isSame: isSame(before.name, own.name) },
    { act: 'telephones-changed', isSame: isSame(before.telephones, own.telephones) },
    { act: 'opening-times-changed', isSame: isSame(before.openingTimes, own.openingTimes) },
    { act: 'exit-page-changed', isSame: isSame(before.exitUrl, own.exitUrl) },
  ] as const;
  const about = (act: AuditAct, things: readonly { readonly id: string }[]) =>
    things.map(({ id }) => ({ act, about: id }));
  return ok({
    own,
    ...placed,
    acts: [
      ...parts.flatMap((part) => (part.isSame ? [] : { act: part.act, about: null })),
      ...about('region-added', placed.regions.added),
      ...about('region-changed', placed.regions.changed),
      ...about('desk-added', placed.desks.added),
      ...about('desk-changed', placed.desks.changed),
    ],
  });
}

type Thing = { readonly id: string };

/** Those that are there keep their places; new ones come after them. */
function merged<T extends Thing>(before: readonly T[], given: readonly T[]): T[] {
  const known = new Map<string, T>([...before, ...given].map((each) => [each.id, each]));
  return [...known.values()];
}

function sorted<T extends Thing>(before: readonly T[], given: readonly T[]) {
  const known = new Map<string, T>(before.map((each) => [each.id, each]));
  return {
    added: given.filter(({ id }) => !known.has(id)),
    changed: given.filter((each) => {
      const was = known.get(each.id);
      return was !== undefined && !isSame(was, each);
    }),
  };
}

const isRetired = (retired: readonly Thing[], given: readonly Thing[]) =>
  given.some(({ id }) => retired.some((each) => each.id === id));

const hasTwice = (things: readonly Thing[]) => new Set(things.map(({ id }) => id)).size < things.length;
