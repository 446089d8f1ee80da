import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Pixels from the end within which the last line counts as in sight. */
const NEAR = 48;

const isAtEnd = (element: HTMLElement): boolean =>
  element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR;

type Stick = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly atEnd: boolean;
  readonly toEnd: () => void;
};

/**
 * Keeps the newest message in sight, unless the counsellor has scrolled up to read: then nothing moves under her
 * eyes. A conversation opens at its end.
 */
export const useStickToEnd = (length: number): Stick => {
  const scroller = useRef<HTMLDivElement | null>(null);
  const sticks = useRef(true);
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
    sticks.current = true;
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      sticks.current = isAtEnd(element);
      setAtEnd(sticks.current);
    };
    // The composer grows and the window turns: what was in sight stays in sight.
    const resized = new ResizeObserver(() => {
      if (sticks.current) toEnd();
    });
    element.addEventListener('scroll', look, { passive: true });
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [toEnd]);

  useLayoutEffect(() => {
    if (sticks.current) toEnd();
  }, [length, toEnd]);

  return { scroller, atEnd, toEnd };
};
