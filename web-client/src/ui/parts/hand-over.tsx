import type { ShareChoice, TransferAsk } from '@haven/shared/endpoint/conversation';
import { usePage } from '../../app/page';
import { Panel } from './panel';

/** The summary is read before anything is chosen, and staying is as near as going. */
export function HandOver({ ask }: { readonly ask: TransferAsk }) {
  const { t, state, send } = usePage();
  const name = state.value.talkedWith ?? t.value('chat.anyone');
  const other = ask.displayName;
  const choose = (choice: ShareChoice | null) => () => send({ type: 'share', choice });
  return (
    <Panel title={t.value('transfer.title', { name, other })} tone="ask">
      <p>{t.value('transfer.desk', { other, desk: ask.deskName })}</p>
      {ask.summary === null ? null : (
        <>
          <p>{t.value('transfer.summary', { name, other })}</p>
          <blockquote class="summary" dir="auto">
            {ask.summary}
          </blockquote>
        </>
      )}
      <p class="question">{t.value('transfer.question', { other })}</p>
      <div class="actions stacked">
        <button type="button" class="choice" onClick={choose('conversation')}>
          <strong>{t.value('transfer.conversation')}</strong>
          <small>{t.value('transfer.conversation.hint')}</small>
        </button>
        {ask.summary === null ? null : (
          <button type="button" class="choice" onClick={choose('summary')}>
            <strong>{t.value('transfer.summary.choice', { name })}</strong>
          </button>
        )}
        <button type="button" class="choice" onClick={choose('nothing')}>
          <strong>{t.value('transfer.nothing')}</strong>
          <small>{t.value('transfer.nothing.hint', { other })}</small>
        </button>
        <button type="button" class="choice stay" onClick={choose(null)}>
          <strong>{t.value('transfer.stay', { name })}</strong>
        </button>
      </div>
    </Panel>
  );
}
