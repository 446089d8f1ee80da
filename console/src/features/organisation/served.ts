import type { OrganisationDescription } from '@haven/shared/protocol/organisation-description';
import type { DeskDraft, Draft, RegionDraft } from './draft';

type Desks = Pick<OrganisationDescription, 'desks'>;

/**
 * Desks that serve a region besides the one to which its chats come. Whoever chooses another desk for it gives it to that
 * one alone.
 */
export function othersFor(base: Desks, draft: Draft, { id, desk }: RegionDraft): readonly DeskDraft[] {
  const serving = base.desks.filter(({ regions }) => id !== null && regions.includes(id));
  if (serving[0]?.id !== desk) return [];
  return draft.desks.filter((each) => each.id !== desk && serving.some((one) => one.id === each.id));
}

/** The regions of a desk, those among them that come to another desk first. */
export const servedBy = (base: Desks, draft: Draft, key: string): readonly RegionDraft[] =>
  draft.regions.filter(
    (region) => region.desk === key || othersFor(base, draft, region).some((desk) => desk.key === key),
  );
