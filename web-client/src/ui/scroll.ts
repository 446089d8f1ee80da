/**
 * Scrolls what scrolls around an element, and nothing around that: browsers would also move the page, and the exit
 * with it. `start` leaves room for what sticks to the top.
 */
export function reveal(element: HTMLElement, where: 'start' | 'end'): void {
  const scroller = element.closest<HTMLElement>('.screen');
  if (scroller === null || getComputedStyle(scroller).overflowY !== 'auto') {
    element.scrollIntoView({ block: where });
    return;
  }
  const frame = scroller.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const stuck = scroller.querySelector<HTMLElement>('.person')?.offsetHeight ?? 0;
  const gap = where === 'start' ? box.top - frame.top - stuck - MARGIN : box.bottom - frame.bottom + MARGIN;
  scroller.scrollTop += gap;
}

/** Pixels. */
const MARGIN = 12;
