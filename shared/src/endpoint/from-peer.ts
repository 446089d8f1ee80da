import type { Item } from '../protocol/content';
import type { TransferAsk, VerifiedPerson } from './conversation';
import { cleanText } from './text';

/** A peer's message as it may be shown. What nothing is left of keeps its place. */
export const fromPeer = (item: Item): Item => ({ ...item, text: cleanText(item.text) || '\ufffd' });

export const askFromPeer = ({ staffId, displayName, deskName, summary }: TransferAsk): TransferAsk => ({
  staffId,
  displayName: cleanText(displayName),
  deskName: cleanText(deskName),
  summary: summary === null ? null : cleanText(summary) || null,
});

export const personFromPeer = (person: VerifiedPerson): VerifiedPerson => ({
  ...person,
  displayName: cleanText(person.displayName),
});
