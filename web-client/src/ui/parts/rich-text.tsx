import type { ComponentChildren } from 'preact';

/** Stands for an element inside a translated sentence; no language uses it. */
export const HOLE = '\uE000';

/** A sentence with something in it that is more than text, at the place the translation gives it. */
export function fill(sentence: string, element: ComponentChildren) {
  const [before = '', ...after] = sentence.split(HOLE);
  return (
    <>
      {before}
      {element}
      {after.join('')}
    </>
  );
}
