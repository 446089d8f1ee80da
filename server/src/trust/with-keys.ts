import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Trust } from './trust';

/** What the organisation says of itself, with the keys that count now. */
export const withKeys = (
  organisation: Organisation,
  { demonstration, roots }: Pick<Trust, 'demonstration' | 'roots'>,
): Organisation => ({ ...organisation, demonstration, roots: [...roots] });
