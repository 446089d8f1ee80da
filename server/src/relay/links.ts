import type { ChatRecord } from '../desk/records';
import type { ChatLinks } from '../live/frame-store';

/** Which links the desk's decision leaves open: those of the members' present seats, until the end. */
export function linksOf({ chat, version, members, ended }: ChatRecord): ChatLinks {
  return {
    chat,
    version,
    seats: members.flatMap(({ seat }) => seat ?? []),
    ended: ended !== null,
  };
}

/** A chat that nobody has claimed has no ring whose links could change. */
export const mayHaveLinks = ({ epoch }: ChatRecord): boolean => epoch > 0;
