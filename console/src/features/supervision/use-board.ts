import type { Board } from '@haven/shared/protocol/board';
import { seconds } from '@haven/shared/units';
import { useEffect } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';

/** How long after a refusal the board is asked for again. */
const AGAIN = seconds(3);

/** The board as long as somebody looks at it: asked for anew after every lost connection and every missed change. */
export const useBoard = (): Board | null => {
  const { stores, actions } = useConsole();
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const gaps = useSlice(stores.board, (state) => state.gaps);
  useEffect(() => {
    if (connection !== 'up') return;
    let isOver = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const watch = async (): Promise<void> => {
      const asked = await actions.ask('board:watch', {});
      if (isOver) return;
      if (asked.ok) stores.board.whole(asked.value);
      else again = setTimeout(() => void watch(), AGAIN);
    };
    void watch();
    return () => {
      isOver = true;
      clearTimeout(again);
    };
  }, [connection, gaps, actions, stores]);
  useEffect(
    () => () => {
      stores.board.whole(null);
      void actions.ask('board:leave', {});
    },
    [actions, stores],
  );
  return useSlice(stores.board, (state) => state.board);
};
