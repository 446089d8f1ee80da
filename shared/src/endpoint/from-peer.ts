import type { Item } from '../protocol/content';
import { cleanText } from './text';

/** A peer's message as it may be shown. What nothing is left of keeps its place. */
export const fromPeer = (item: Item): Item => ({ ...item, text: cleanText(item.text) || '\ufffd' });
