import type { JoinAsk, JoinChoice } from '@haven/shared/endpoint/conversation';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../../app/page';
import { Icon } from './icons';
import { Panel } from './panel';

/** Saying no is as near as saying yes, and what is shared is part of the answer. */
export function Join({ ask }: { readonly ask: JoinAsk }) {
  const { t, state, send } = usePage();
  const other = ask.displayName;
  const name = state.value.talkedWith ?? t.value('chat.anyone');
  const role = t.value(`join.${ask.role}`);
  const answer = (choice: JoinChoice | null, look: string) => (
    <button type="button" class={look} onClick={() => send({ type: 'share', choice })}>
      <strong>{t.value(choice === null ? 'join.no' : `join.${choice}`, { name })}</strong>
    </button>
  );
  return (
    <Panel title={t.value('join.title', { name, other, role })} tone="ask">
      <p>{t.value('join.text', { other })}</p>
      <div class="actions stacked">
        {answer('conversation', 'choice')}
        {answer('nothing', 'choice')}
        {answer(null, 'choice stay')}
      </div>
    </Panel>
  );
}

/** Stays for as long as somebody else reads along, from the yes on; that it is there, and gone, is read out. */
export function JoinedBanner() {
  const { t, state, send, announce } = usePage();
  const { encryption, stage } = state.value;
  const joined = stage.name === 'chatting' ? encryption?.joined : null;
  const other = joined?.displayName;
  const words =
    joined && other
      ? t.value(joined.here ? 'join.here' : 'join.coming', { other, role: t.value(`join.${joined.role}`) })
      : null;
  const beforeRef = useRef(other);
  useEffect(() => {
    const gone = beforeRef.current;
    beforeRef.current = other;
    const news = words ?? (gone ? t.value('join.gone', { other: gone }) : null);
    if (news !== null) announce(news);
  }, [words, other, t, announce]);
  if (!other || words === null) return null;
  return (
    <p class="notice joined">
      <Icon name="notice" />
      <span>{words}</span>
      <button type="button" class="quiet" onClick={() => send({ type: 'send-out' })}>
        {t.value('join.out', { other })}
      </button>
    </p>
  );
}
