import type { DeskId } from '@haven/shared/ids';
import type { StaffEdge } from '../connection';

/** Whether the organisation has all these desks. */
export function knowsDesks({ directory }: Pick<StaffEdge, 'directory'>, desks: readonly DeskId[]): boolean {
  const known = new Set(directory.current().organisation.desks.map(({ id }) => id));
  return desks.every((desk) => known.has(desk)) && new Set(desks).size === desks.length;
}
