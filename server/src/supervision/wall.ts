import type { BoardPerson } from '@haven/shared/protocol/board';
import type { StaffId } from '@haven/shared/ids';
import type { BoardContent } from './board';

/** Stands for whoever is with a red chat: that somebody is, a wall says, and not who. */
const SOMEBODY = 'somebody' as StaffId;

const made = new WeakMap<BoardContent, BoardContent>();

/**
 * The board as it hangs in a room that visitors of the house and cleaners enter: how many people are there and what they
 * are at, and of nobody her name, her shift or her pauses. It is made before it leaves the server.
 */
export function wallOf(content: BoardContent): BoardContent {
  const known = made.get(content);
  if (known !== undefined) return known;
  const wall = {
    ...content,
    people: content.people.map(unnamed),
    red: content.red.map((chat) => ({ ...chat, staffId: chat.staffId === null ? null : SOMEBODY })),
  };
  made.set(content, wall);
  return wall;
}

const unnamed = (person: BoardPerson, index: number): BoardPerson => ({
  ...person,
  staffId: `person-${index}` as StaffId,
  displayName: '',
  until: null,
  since: 0,
  restedAt: 0,
});
