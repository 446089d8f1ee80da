import type { ConversationItem } from './conversation';
import type { Timeline } from './timeline';

/** Posts the whole conversation, but only when something of it changed. */
export class ItemsPoster {
  readonly #post: (items: readonly ConversationItem[]) => void;
  #shown = '';

  constructor(post: (items: readonly ConversationItem[]) => void) {
    this.#post = post;
  }

  /** A message's text never changes, so its name, place and delivery say it all. */
  show(timeline: Timeline): void {
    const items = timeline.items();
    const signature = items.map((item) => `${item.id} ${item.delivery}`).join('\n');
    if (signature === this.#shown) return;
    this.#shown = signature;
    this.#post(items);
  }
}
