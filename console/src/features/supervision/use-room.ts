import { type RefObject, useEffect, useState } from 'react';

const ALL = Number.MAX_SAFE_INTEGER;

/** How many cards of the same height a grid has room for; all where it may grow, or is not asked. */
export const useRoom = (grid: RefObject<HTMLElement | null>, isAsked: boolean): number => {
  const [room, setRoom] = useState(ALL);
  useEffect(() => {
    const element = grid.current;
    if (element === null || !isAsked) return;
    const measure = () => {
      const style = getComputedStyle(element);
      const gap = Number.parseFloat(style.rowGap) || 0;
      const [row = 0] = style.gridAutoRows.split(' ').map(Number.parseFloat);
      const columns = style.gridTemplateColumns.split(' ').length;
      const rows = Math.floor((element.clientHeight + gap) / (row + gap));
      setRoom(style.overflowY === 'visible' || !(row > 0) ? ALL : Math.max(1, rows) * columns);
    };
    // It measures at once, too, and before anything is painted.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid, isAsked]);
  return isAsked ? room : ALL;
};
