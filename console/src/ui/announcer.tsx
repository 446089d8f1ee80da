import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { Hidden } from './hidden';

/** Two places in turn: a screen reader says the same words again only when they appear somewhere else. */
const store = createStore<{ readonly turn: number; readonly text: string }>(() => ({ turn: 0, text: '' }));

/** Says something once, when the screen reader has finished its sentence. */
export const announce = (text: string): void => store.setState(({ turn }) => ({ turn: turn + 1, text }));

export const Announcer = () => {
  const { turn, text } = useStore(store);
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
