import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../../app/page';
import { fits, reveal } from '../scroll';
import { Icon } from './icons';

type PanelProps = {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Present when the visitor opened it and may close it. */
  readonly onClose?: () => void;
  readonly tone?: 'plain' | 'ask' | 'stop';
};

/** All of it in sight; of what is too large for that, and of what was opened from above it, the beginning. */
function show(panel: HTMLElement | null, from: 'above' | 'below'): void {
  if (panel === null) return;
  reveal(panel, from === 'below' && fits(panel) ? 'end' : 'start');
}

/**
 * A part of the page that opens, and never a modal dialog: that would make the exit unreachable. It takes the focus
 * when the visitor opened it and gives it back; what opens by itself is announced and leaves the focus alone.
 */
export function Panel({ title, children, onClose, tone = 'plain' }: PanelProps) {
  const { t, announce } = usePage();
  const panel = useRef<HTMLElement>(null);
  const id = useId();
  const opened = onClose !== undefined;
  const closeRef = useRef(onClose);
  useEffect(() => {
    closeRef.current = onClose;
  }, [onClose]);
  // With the panel itself, not a while after it: a slow phone would send the first key to what is behind.
  useLayoutEffect(() => {
    if (!opened) {
      announce(title);
      show(panel.current, 'below');
      return;
    }
    const before = document.activeElement;
    const { current } = panel;
    current?.focus({ preventScroll: true });
    show(current, 'above');
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') closeRef.current?.();
    };
    current?.addEventListener('keydown', listen);
    return () => {
      current?.removeEventListener('keydown', listen);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [opened, title, announce]);
  return (
    <section ref={panel} class={`panel ${tone}`} aria-labelledby={id} tabIndex={-1}>
      <h2 id={id}>{title}</h2>
      {children}
      {onClose === undefined ? null : (
        <button type="button" class="bare corner" aria-label={t.value('page.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </section>
  );
}
