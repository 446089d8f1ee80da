import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A field that is being written in keeps the focus, whatever appears around it. */
const isWriting = (): boolean => document.activeElement instanceof HTMLTextAreaElement;

/** Whether this page has shown a screen before: the first one leaves the focus where a page starts, at the exit. */
const shown = { before: false };

/** The title of a screen takes the focus, so that whoever cannot see it knows that it is another. */
export function ScreenTitle({ children }: { readonly children: ComponentChildren }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shown.before && !isWriting()) title.current?.focus();
    shown.before = true;
  }, []);
  return (
    <h1 ref={title} class="title" tabIndex={-1}>
      {children}
    </h1>
  );
}
