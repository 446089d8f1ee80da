import { minutes } from '@haven/shared/units';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatNumber, chatState, heard, NIGHT, said } from '../../testing/duty-desk';
import { newMessages } from '../attention/new-messages';
import { createConversationStore } from './conversation-store';
import { placeItems } from './message-runs';
import { awaitsAnswer, hasUnsent, unreadCount } from './unread';

const ID = chatNumber(1);
const unread = (store: ReturnType<typeof createConversationStore>): number => {
  const conversation = store.store.getState().chats.get(ID);
  return conversation === undefined ? 0 : unreadCount(conversation.items, conversation.seen);
};

describe('Unread marks', () => {
  it('count what the visitor wrote since Fatima looked', () => {
    const store = createConversationStore();
    store.items(ID, [heard(1)]);
    store.see(ID);
    expect(unread(store)).toBe(0);
    store.items(ID, [heard(1), heard(2), heard(3)]);
    expect(unread(store)).toBe(2);
  });

  it('do not count again, after a reload, what she has answered', () => {
    const store = createConversationStore();
    store.items(ID, [heard(1), heard(2), said(1), heard(3)]);
    expect(unread(store)).toBe(1);
  });

  it('never fall below zero or come back after she looked', () => {
    const step = fc.constantFrom('hear', 'say', 'look');
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const store = createConversationStore();
        let items: readonly ReturnType<typeof heard>[] = [];
        let expected = 0;
        for (const [n, one] of steps.entries()) {
          if (one === 'look') store.see(ID);
          else items = [...items, one === 'hear' ? heard(n + 1) : said(n + 1)];
          store.items(ID, items);
          expected = one === 'hear' ? expected + 1 : 0;
          expect(unread(store)).toBe(expected);
        }
      }),
    );
  });

  it('know who has the last word and what has not arrived', () => {
    expect([[], [heard(1)], [heard(1), said(1)]].map(awaitsAnswer)).toEqual([false, true, false]);
    expect([said(1, 'received'), said(1, 'sent')].map((item) => hasUnsent([item]))).toEqual([false, false]);
    expect([said(1, 'sending'), said(1, 'failed')].map((item) => hasUnsent([item]))).toEqual([true, true]);
  });
});

describe('A new message', () => {
  const at = (items: readonly ReturnType<typeof heard>[], restoring = false) => ({
    items,
    state: chatState(1, { restoring }),
    seen: 0,
  });

  it('is announced once', () => {
    expect(newMessages(at([heard(1)]), at([heard(1), heard(2)]))).toEqual([heard(2)]);
    expect(newMessages(at([]), at([heard(1)]))).toEqual([heard(1)]);
    expect(newMessages(at([heard(1)]), at([heard(1), said(1)]))).toEqual([]);
  });

  it('is not history that comes back', () => {
    expect(newMessages(at([], true), at([heard(1), heard(2)], true))).toEqual([]);
    expect(newMessages(at([]), at([heard(1), heard(2)]))).toEqual([]);
    expect(newMessages(undefined, at([heard(1)]))).toEqual([]);
  });
});

describe('Messages on screen', () => {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

  it('of one person, close together, stand under one name and one state', () => {
    const items = [heard(1), heard(2, NIGHT + minutes(1)), said(1), said(2), said(3, 'failed')];
    expect(placeItems(items, dayOf).map(({ first, last }) => [first, last])).toEqual([
      [true, false],
      [false, true],
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  it('tell the day when a chat goes on past midnight', () => {
    const midnight = Date.parse('2026-11-24T00:00:00Z');
    const items = [heard(1, midnight - 1000), heard(2, midnight + 1000)];
    expect(placeItems(items, dayOf).map(({ newDay }) => newDay)).toEqual([false, true]);
  });
});
