/**
 * A button that is gone once it was pressed takes the focus along, and a keyboard or a screen reader would start again
 * at the top of the page. The title of the screen takes it instead. The returned function ends it.
 */
export function keepFocus(page: Document): () => void {
  let last: Element | null = null;
  const remember = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? target : null;
  };
  const watch = new MutationObserver(() => {
    if (last === null || last.isConnected || page.activeElement !== page.body) return;
    last = null;
    page.querySelector<HTMLElement>('.title')?.focus({ preventScroll: true });
  });
  page.addEventListener('focusin', remember);
  watch.observe(page.body, { childList: true, subtree: true });
  return () => {
    page.removeEventListener('focusin', remember);
    watch.disconnect();
  };
}
