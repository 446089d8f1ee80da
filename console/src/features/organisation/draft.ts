import type { DeskId, RegionId } from '@haven/shared/ids';
import type { Organisation } from '@haven/shared/protocol/organisation';
import type { OrganisationDescription } from '@haven/shared/protocol/organisation-description';

export type Wording = Organisation['openingTimes'];
export type TelephoneDraft = {
  readonly key: string;
  readonly name: Wording;
  readonly number: string;
  readonly hours: Wording;
};
/** `id` null: a new one, which gets its identifier when it is saved. */
export type DeskDraft = { readonly key: string; readonly id: DeskId | null; readonly name: Wording };
export type RegionDraft = {
  readonly key: string;
  readonly id: RegionId | null;
  readonly name: string;
  /** The key of the desk to which its visitors come. */
  readonly desk: string;
};

/** What the organisation says of itself, as it is being written. */
export type Draft = {
  readonly name: string;
  readonly telephones: readonly TelephoneDraft[];
  readonly openingTimes: Wording;
  readonly exitUrl: string;
  readonly desks: readonly DeskDraft[];
  readonly regions: readonly RegionDraft[];
};
export type Part = keyof Draft;
const PARTS: readonly Part[] = ['name', 'telephones', 'openingTimes', 'exitUrl', 'desks', 'regions'];

export function draftOf(description: OrganisationDescription): Draft {
  const { name, telephones, openingTimes, exitUrl, desks, regions, generalDesk } = description;
  return {
    name,
    telephones: telephones.map((each, index) => ({ key: `${index}`, ...each })),
    openingTimes,
    exitUrl,
    desks: desks.map(({ id, name: called }) => ({ key: id, id, name: called })),
    regions: regions.map(({ id, name: called }) => ({
      key: id,
      id,
      name: called,
      desk: desks.find((desk) => desk.regions.includes(id))?.id ?? generalDesk,
    })),
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The parts in which a draft says something else than what it was made from. */
export function changedParts(base: OrganisationDescription, draft: Draft): readonly Part[] {
  const before = draftOf(base);
  return PARTS.filter((part) => !isSame(before[part], draft[part]));
}

/** A key that none of these has. No identifier begins with a plus. */
export function newKey(things: readonly { readonly key: string }[]): string {
  for (let number = 1; ; number += 1)
    if (!things.some(({ key }) => key === `+${number}`)) return `+${number}`;
}

/** With one of them a place up (-1) or down (1); as it was at either end. */
export function moved<T extends { readonly key: string }>(
  things: readonly T[],
  key: string,
  by: -1 | 1,
): readonly T[] {
  const from = things.findIndex((each) => each.key === key);
  const [it, other] = [things[from], things[from + by]];
  if (it === undefined || other === undefined) return things;
  return things.map((each, index) => (index === from ? other : index === from + by ? it : each));
}

/**
 * The draft on what holds now: what whoever writes has not touched becomes what a colleague made of it, what she has
 * touched stays hers.
 */
export function onto(old: OrganisationDescription, present: OrganisationDescription, draft: Draft): Draft {
  const [was, is] = [draftOf(old), draftOf(present)];
  const mine = <T>(before: T, after: T, written: T): T => (isSame(before, written) ? after : written);
  const things = <T extends { readonly key: string; readonly id: string | null }>(
    [before, after, written]: readonly (readonly T[])[],
    both: (first: T, each: T, own: T) => T,
  ): readonly T[] => [
    ...(after ?? []).map((each) => {
      const [first, own] = [before, written].map((those) => those?.find(({ key }) => key === each.key));
      return first === undefined || own === undefined ? each : both(first, each, own);
    }),
    ...(written ?? []).filter(({ id }) => id === null),
  ];
  // A colleague may have retired the desk that was chosen.
  const desks = new Set([...is.desks, ...draft.desks.filter(({ id }) => id === null)].map(({ key }) => key));
  const served = <T extends RegionDraft>(region: T, otherwise: string): T =>
    desks.has(region.desk) ? region : { ...region, desk: otherwise };
  return {
    name: mine(was.name, is.name, draft.name),
    telephones: mine(was.telephones, is.telephones, draft.telephones),
    openingTimes: mine(was.openingTimes, is.openingTimes, draft.openingTimes),
    exitUrl: mine(was.exitUrl, is.exitUrl, draft.exitUrl),
    desks: things([was.desks, is.desks, draft.desks], (first, each, own) => ({
      ...each,
      name: mine(first.name, each.name, own.name),
    })),
    regions: things([was.regions, is.regions, draft.regions], (first, each, own) =>
      served(
        {
          ...each,
          name: mine(first.name, each.name, own.name),
          desk: mine(first.desk, each.desk, own.desk),
        },
        each.desk,
      ),
    ).map((region) => served(region, present.generalDesk)),
  };
}
