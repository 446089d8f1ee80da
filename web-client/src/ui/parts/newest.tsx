import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../../app/page';
import { reveal, scrollerOf } from '../scroll';
import { Icon } from './icons';

/** Whether somebody types, or the network is bad, is told in a line above the end: it must not count as reading up. */
const NEARLY = '0px 0px 120px 0px';

function toEnd(end: HTMLElement | null): void {
  if (end !== null) reveal(end, 'end');
}

/**
 * The end of the conversation. It stays in sight when it was; for a visitor who reads further up there is a button
 * instead of a jump. What a counsellor says is read out once, when it comes, and history never.
 */
export function Newest({
  items,
  typing,
}: {
  readonly items: readonly ConversationItem[];
  readonly typing: boolean;
}) {
  const { t, state, announce } = usePage();
  const endRef = useRef<HTMLDivElement>(null);
  const inSightRef = useRef(true);
  const [news, setNews] = useState(false);
  const knownRef = useRef<ReadonlySet<string> | null>(null);
  const failedRef = useRef(0);
  const { restoring, names } = state.value;

  useEffect(() => {
    const { current } = endRef;
    if (current === null) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        inSightRef.current = entry?.isIntersecting ?? true;
        if (inSightRef.current) setNews(false);
      },
      { root: scrollerOf(current), rootMargin: NEARLY },
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const before = knownRef.current;
    knownRef.current = new Set(items.map(({ id }) => id));
    if (before === null || restoring) return;
    const heard = items.filter(({ id, author }) => author !== 'visitor' && !before.has(id));
    for (const { author, text } of heard) {
      announce(`${t.value('chat.said', { name: names[author] ?? t.value('chat.anyone') })} ${text}`);
    }
    if (heard.length > 0 && !inSightRef.current) setNews(true);
  }, [items, restoring, names, announce, t]);

  const failed = items.filter(({ delivery }) => delivery === 'failed').length;
  useEffect(() => {
    if (failed > failedRef.current) announce(t.value('chat.failed'));
    failedRef.current = failed;
  }, [failed, announce, t]);

  const count = items.length;
  // Before the observer can tell that the new line itself has pushed the end out of sight.
  useLayoutEffect(() => {
    if (count > 0 && inSightRef.current) toEnd(endRef.current);
  }, [count, typing]);

  return (
    <>
      {news ? (
        <button type="button" class="primary news" onClick={() => toEnd(endRef.current)}>
          <Icon name="down" />
          {t.value('chat.new')}
        </button>
      ) : null}
      <div ref={endRef} class="end" />
    </>
  );
}
