import type { JoinAsk, JoinChoice } from '@haven/shared/endpoint/conversation';
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

/** Stays for as long as somebody else reads along, from the yes on. */
export function JoinedBanner() {
  const { t, state, send } = usePage();
  const { encryption, stage } = state.value;
  const joined = encryption?.joined;
  if (stage.name !== 'chatting' || !joined?.displayName) return null;
  const other = joined.displayName;
  const role = t.value(`join.${joined.role}`);
  return (
    <p class="notice joined" role="status">
      <Icon name="notice" />
      <span>{t.value(joined.here ? 'join.here' : 'join.coming', { other, role })}</span>
      <button type="button" class="quiet" onClick={() => send({ type: 'send-out' })}>
        {t.value('join.out', { other })}
      </button>
    </p>
  );
}
