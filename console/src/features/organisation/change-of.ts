import { deskId, type RegionId, regionId } from '@haven/shared/ids';
import type {
  OrganisationChange,
  OrganisationDescription,
} from '@haven/shared/protocol/organisation-description';
import { readableId } from '@haven/shared/readable-id';
import { type Draft, draftOf, type Wording } from './draft';

const tidy = (text: string): string => text.trim().normalize('NFC');
const tidyBoth = ({ nl, en }: Wording): Wording => ({ nl: tidy(nl), en: tidy(en) });

/** What is asked of the server so that the draft holds: of regions and desks only what is new or different. */
export function changeOf(base: OrganisationDescription, draft: Draft): OrganisationChange {
  const { retired } = base;
  const regions = withIds(draft.regions, retired.regions, 'region', ({ name }) => name);
  const desks = withIds(draft.desks, retired.desks, 'desk', ({ name }) => name.nl);
  const regionIdOf = (key: string): RegionId => regionId.parse(regions.get(key));
  const before = draftOf(base);
  const deskBefore = new Map(before.regions.map(({ key, desk }) => [key, desk]));
  /** Regions whose visitors come to another desk than before, or to one for the first time. */
  const moving = draft.regions.filter(({ key, desk }) => deskBefore.get(key) !== desk);
  const gone = new Set<string>(moving.map(({ key }) => key));
  const wanted = {
    regions: draft.regions.map(({ key, name }) => ({ id: regionIdOf(key), name: tidy(name) })),
    desks: draft.desks.map(({ key, id, name }) => {
      const served = base.desks.find((desk) => desk.id === id)?.regions ?? [];
      // The general desk serves whatever no other does; nobody needs to say so.
      const coming = moving.filter(({ desk }) => desk === key && id !== base.generalDesk);
      return {
        id: deskId.parse(desks.get(key)),
        name: tidyBoth(name),
        regions: [
          ...served.filter((region) => !gone.has(region)),
          ...coming.map((each) => regionIdOf(each.key)),
        ],
      };
    }),
  };
  return {
    version: base.version,
    name: tidy(draft.name),
    telephones: draft.telephones.map(({ name, number, hours }) => ({
      name: tidyBoth(name),
      number: tidy(number),
      hours: tidyBoth(hours),
    })),
    openingTimes: tidyBoth(draft.openingTimes),
    exitUrl: tidy(draft.exitUrl),
    regions: different(base.regions, wanted.regions),
    desks: different(base.desks, wanted.desks),
  };
}

type Made = { readonly key: string; readonly id: string | null };

/** The identifier of each, by its key; a new one gets a readable one after its name. */
function withIds<T extends Made>(
  things: readonly T[],
  /** What is retired keeps its identifier. */
  retired: readonly { readonly id: string }[],
  otherwise: string,
  nameOf: (thing: T) => string,
): ReadonlyMap<string, string> {
  const taken = new Set<string>([...things.flatMap(({ id }) => id ?? []), ...retired.map(({ id }) => id)]);
  return new Map(
    things.map((each) => {
      const id = each.id ?? readableId(nameOf(each), otherwise, (candidate) => taken.has(candidate));
      taken.add(id);
      return [each.key, id];
    }),
  );
}

function different<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): T[] {
  const texts = new Map<string, string>(before.map((each) => [each.id, textOf(each)]));
  return after.filter((each) => texts.get(each.id) !== textOf(each));
}

/** With members in one order, whoever made it. */
const textOf = (thing: object): string =>
  JSON.stringify(thing, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
