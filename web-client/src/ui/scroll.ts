/**
 * Scrolls what scrolls around an element, and nothing around that: browsers would also move the page, and the exit
 * with it. `start` leaves room for what sticks to the top.
 */
export function reveal(element: HTMLElement, where: 'start' | 'end'): void {
  const scroller = scrollerOf(element);
  if (scroller === null) {
    element.scrollIntoView({ block: where });
    return;
  }
  const frame = scroller.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const gap =
    where === 'start' ? box.top - frame.top - stuckIn(scroller) - MARGIN : box.bottom - frame.bottom + MARGIN;
  scroller.scrollTop += gap;
}

/** What scrolls around an element; null: the page itself does. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  const scroller = element.closest<HTMLElement>(SCROLLER);
  return scroller === null || getComputedStyle(scroller).overflowY !== 'auto' ? null : scroller;
}

/** Whether all of it can be seen at once. */
export function fits(element: HTMLElement): boolean {
  const scroller = element.closest<HTMLElement>(SCROLLER);
  if (scroller === null) return true;
  return element.offsetHeight <= scroller.clientHeight - stuckIn(scroller) - 2 * MARGIN;
}

const SCROLLER = '.screen';
/** Pixels. */
const MARGIN = 12;

const stuckIn = (scroller: HTMLElement): number =>
  scroller.querySelector<HTMLElement>('.with')?.offsetHeight ?? 0;
