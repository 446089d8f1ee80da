import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { Hidden } from './hidden';

type Announced = { readonly turn: number; readonly text: string };

const store = createStore<Announced>(() => ({ turn: 0, text: '' }));

/** Milliseconds: long enough for every screen reader to take it up. After that, words of a visitor stay nowhere. */
const STAYS = 4_000;

/** Says something once, when the screen reader has finished its sentence. */
export const announce = (text: string): void => store.setState(({ turn }) => ({ turn: turn + 1, text }));

/** Two places in turn: a screen reader says the same words again only when they appear somewhere else. */
export const Announcer = () => {
  const { turn, text } = useStore(store);
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => announce(''), STAYS);
    return () => clearTimeout(timer);
  }, [turn, text]);
  return (
    <Hidden>
      <span aria-live="polite" aria-atomic="true">
        {turn % 2 === 0 ? text : ''}
      </span>
      <span aria-live="polite" aria-atomic="true">
        {turn % 2 === 1 ? text : ''}
      </span>
    </Hidden>
  );
};
