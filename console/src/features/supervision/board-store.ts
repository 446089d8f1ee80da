import type { Board, BoardChange } from '@haven/shared/protocol/board';
import { createStore } from 'zustand/vanilla';
import { mergeBoard } from './merge-board';

type BoardState = {
  readonly board: Board | null;
  /** A change was missed: what is shown is to be asked for again. Counts how often that was so. */
  readonly gaps: number;
};

export const createBoardStore = () => {
  const store = createStore<BoardState>(() => ({ board: null, gaps: 0 }));
  return {
    store,
    whole: (board: Board | null) => store.setState({ board }),
    changed: (change: BoardChange) =>
      store.setState(({ board, gaps }) => {
        // Of a watch that has ended.
        if (board === null) return {};
        const next = mergeBoard(board, change);
        return next === null ? { gaps: gaps + 1 } : { board: next };
      }),
  };
};
