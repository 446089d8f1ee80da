import type { ChatId } from '@haven/shared/ids';
import { describe, expect, it } from 'vitest';
import { createStores } from '../../state/stores';
import { chat, chatNumber, heard, NIGHT, offerOf, said, staff, waiting } from '../../testing/duty-desk';
import { CLOSED_DESK } from '../../transport/desk-actions';
import { draftFrom } from '../wrap-up/wrap-up-draft';
import { wouldLose } from '../shell/use-leaving-guard';
import { chatAfter, runShortcut } from './run-shortcut';
import type { FocusPlace } from '../../ui/focus-marks';
import type { ShortcutAction } from './shortcuts';

const desk = () => {
  const stores = createStores({ now: () => NIGHT, shelf: null });
  stores.staff.whole(staff(), []);
  for (const n of [1, 2, 3]) stores.chats.changed(chat(n));
  const done: [string, ChatId][] = [];
  const note = (what: string) => (id: ChatId) => {
    done.push([what, id]);
    return Promise.resolve(true);
  };
  const actions = {
    ...CLOSED_DESK,
    claim: note('claim'),
    decline: note('decline'),
    finishWrapUp: note('finish'),
  };
  const reached: FocusPlace[] = [];
  const focus = (place: FocusPlace) => reached.push(place) > 0;
  const press = (action: ShortcutAction) => runShortcut(action, { stores, actions, focus });
  const open = () => stores.view.store.getState().open;
  return { stores, done, press, open, reached };
};

describe('By keyboard', () => {
  it('Fatima walks through her chats, round and round', () => {
    const { press, open } = desk();
    const walked = (['next-chat', 'next-chat', 'next-chat', 'next-chat', 'previous-chat'] as const).map(
      (key) => {
        press(key);
        return open();
      },
    );
    expect(walked).toEqual([1, 2, 3, 1, 3].map(chatNumber));
    expect(chatAfter([], null, 1)).toBeNull();
  });

  it('she writes in the notes or the answer the moment she asks for them: no letter goes elsewhere', () => {
    const { press, reached } = desk();
    for (const key of ['focus-notes', 'focus-composer', 'focus-safety'] as const) press(key);
    expect(reached).toEqual(['notes', 'composer', 'safety']);
  });

  it('she goes to the next chat with something unread, and stays where there is none', () => {
    const { stores, press, open } = desk();
    stores.view.open(chatNumber(2));
    stores.conversations.items(chatNumber(1), [heard(1)]);
    press('next-unread');
    expect(open()).toBe(chatNumber(1));
    stores.conversations.see(chatNumber(1));
    press('next-unread');
    expect(open()).toBe(chatNumber(1));
  });

  it('she answers the offer that ends first, and nothing when nothing rings', () => {
    const { stores, done, press } = desk();
    press('accept');
    expect(done).toEqual([]);
    stores.offers.made(offerOf(8, { expiresAt: NIGHT + 9_000 }));
    stores.offers.made(offerOf(9, { expiresAt: NIGHT + 3_000 }));
    press('accept');
    press('decline');
    expect(done).toEqual([
      ['claim', chatNumber(9)],
      ['decline', chatNumber(9)],
    ]);
  });

  it('she takes the first in the queue, and hears it when there is none for her', () => {
    const { stores, done, press } = desk();
    press('claim');
    expect(stores.notices.store.getState().notices.map(({ key }) => key)).toEqual(['queue.nothing-to-claim']);
    stores.queue.whole([waiting(5), waiting(7)]);
    press('claim');
    expect(done).toEqual([['claim', chatNumber(7)]]);
  });

  it('she is asked before a chat is ended, and finishes the wrap-up of one that is over', () => {
    const { stores, done, press } = desk();
    stores.view.open(chatNumber(1));
    press('close');
    expect(stores.view.store.getState().dialog).toEqual({ kind: 'close', chat: chatNumber(1) });
    expect(done).toEqual([]);
    stores.chats.changed(chat(1, { version: 2, phase: 'ended', endReason: 'silence' }));
    press('close');
    expect(done).toEqual([]);
    const skipped = { ...draftFrom(chat(1)), skip: 'no-request' } as const;
    stores.wrapUps.patch(chat(1), { draft: skipped });
    press('close');
    expect(done).toEqual([['finish', chatNumber(1)]]);
  });
});

describe('Leaving the tab', () => {
  it('is asked about only while something would be lost', () => {
    const { stores } = desk();
    expect(wouldLose(stores)).toBe(false);
    stores.drafts.write(chatNumber(1), 'nog niet');
    expect(wouldLose(stores)).toBe(true);
    stores.drafts.write(chatNumber(1), '  ');
    expect(wouldLose(stores)).toBe(false);
    stores.notes.write(chatNumber(2), 'moeder in Groningen');
    expect(wouldLose(stores)).toBe(true);
    stores.notes.write(chatNumber(2), '');
    stores.conversations.items(chatNumber(3), [said(1, 'sending')]);
    expect(wouldLose(stores)).toBe(true);
    stores.chats.changed(chat(3, { version: 2, phase: 'ended' }));
    expect(wouldLose(stores)).toBe(false);
  });
});
