import type { DeskId } from '@haven/shared/ids';
import type { DeskHole } from '@haven/shared/protocol/board';
import { useMemo } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';

const MINUTE = 60_000;

/** For which desks the roster has nobody at this moment. */
export const useOpenHoles = (holes: readonly DeskHole[]): ((desk: DeskId | null) => boolean) => {
  const { stores } = useConsole();
  const minute = useSlice(stores.clock, ({ now }) => Math.floor(now / MINUTE) * MINUTE);
  return useMemo(() => {
    const open = holes.filter(({ from, until }) => from <= minute && minute < until);
    const desks = new Set(open.map(({ desk }) => desk));
    return (desk) => desk !== null && desks.has(desk);
  }, [holes, minute]);
};
