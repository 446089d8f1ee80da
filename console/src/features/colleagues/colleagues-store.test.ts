import type { ColleagueText, ColleagueView } from '@haven/shared/colleagues/worker-messages';
import { describe, expect, it } from 'vitest';
import { BILAL, NIGHT } from '../../testing/duty-desk';
import { createColleaguesStore, unreadOf, unreadOfAll } from './colleagues-store';

const text = (id: string, mine = false): ColleagueText => ({
  id,
  mine,
  at: NIGHT,
  text: id,
  delivery: mine ? 'received' : null,
});
const view = (...texts: readonly ColleagueText[]): ColleagueView => ({
  staffId: BILAL,
  displayName: 'Bilal',
  words: [],
  fault: null,
  away: false,
  texts,
});

describe('Words with Bilal', () => {
  it('are unread until they were in front of Fatima; her own never are', () => {
    const colleagues = createColleaguesStore();
    const unread = () => unreadOf(colleagues.store.getState(), BILAL);
    colleagues.view(view(text('a'), text('b', true), text('c')));
    expect(unread()).toBe(2);
    colleagues.see(BILAL);
    expect(unread()).toBe(0);
    colleagues.view(view(text('a'), text('b', true), text('c'), text('d')));
    expect(unreadOfAll(colleagues.store.getState())).toBe(1);
  });

  it('that are gone are not counted against those that come', () => {
    const colleagues = createColleaguesStore();
    colleagues.view(view(text('a'), text('b')));
    colleagues.see(BILAL);
    colleagues.view(view());
    colleagues.view(view(text('c')));
    expect(unreadOf(colleagues.store.getState(), BILAL)).toBe(1);
  });

  it('that he was not there for are in the field again, before what she wrote since', () => {
    const colleagues = createColleaguesStore();
    const draft = () => colleagues.store.getState().drafts.get(BILAL);
    colleagues.gaveBack(BILAL, 'Heb je even?');
    expect(draft()).toBe('Heb je even?');
    colleagues.write(BILAL, 'Of straks');
    colleagues.gaveBack(BILAL, 'Heb je even?');
    expect(draft()).toBe('Heb je even?\nOf straks');
  });
});
