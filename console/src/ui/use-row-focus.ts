import { useEffect, useRef } from 'react';

type Removal = { readonly row: number; readonly rows: number };

/**
 * Where the focus goes when a row of a list is taken away with it: to the row that takes its place, to the last one, to
 * what adds one, or to the page; not to nowhere, from which a keyboard would begin again at the top.
 *
 * `list` is the element whose children are the rows, `adders` the one that holds what adds a row.
 */
export const useRowFocus = <L extends HTMLElement, A extends HTMLElement = HTMLElement>(rows: number) => {
  const list = useRef<L>(null);
  const adders = useRef<A>(null);
  const removal = useRef<Removal | null>(null);
  // After every drawing: the list may lose its row before a dialog about it has closed, or after.
  useEffect(() => {
    const { current } = removal;
    if (current === null || rows >= current.rows) return;
    const { activeElement } = document;
    if (activeElement?.closest('[role="dialog"], [role="alertdialog"]')) return;
    removal.current = null;
    if (activeElement !== null && activeElement !== document.body) return;
    const left = list.current?.children ?? [];
    const buttons = left[Math.min(current.row, left.length - 1)]?.querySelectorAll('button:not([disabled])');
    const next =
      [...(buttons ?? [])].at(-1) ??
      adders.current?.querySelector('button:not([disabled])') ??
      document.getElementById('page');
    if (next instanceof HTMLElement) next.focus();
  });
  return {
    list,
    adders,
    /** To be called when a row is about to be taken away. */
    removing: (row: number) => {
      removal.current = { row, rows };
    },
  };
};
