import { usePage } from '../../app/page';
import { counsellorLost } from '../../chat/screen';
import { CLOSES_AFTER } from '../../chat/silence';
import { HandOver } from './hand-over';
import { Join } from './join';
import { Panel } from './panel';

const MINUTE = 60_000;

/** What the visitor is asked in the middle of a chat: one thing at a time, the most pressing first. */
export function QuestionsToVisitor() {
  const { state } = usePage();
  const { encryption, silence } = state.value;
  if (counsellorLost(state.value)) return <Lost />;
  if (encryption?.ask) return <HandOver ask={encryption.ask} />;
  if (encryption?.joinAsk) return <Join ask={encryption.joinAsk} />;
  if (encryption?.shareWith) return <ShareWith name={encryption.shareWith.displayName} />;
  return silence.asked === 0 ? null : <StillThere last={silence.asked === 2} />;
}

function Lost() {
  const { t, state } = usePage();
  const { talkedWith } = state.value;
  const title =
    talkedWith === null ? t.value('lost.title.anyone') : t.value('lost.title', { name: talkedWith });
  return (
    <Panel title={title}>
      <p>{t.value('lost.text')}</p>
    </Panel>
  );
}

function ShareWith({ name }: { readonly name: string }) {
  const { t, send } = usePage();
  return (
    <Panel title={t.value('share.title', { name })} tone="ask">
      <p>{t.value('share.text', { name })}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => send({ type: 'share', choice: 'conversation' })}>
          {t.value('share.conversation', { name })}
        </button>
        <button type="button" class="quiet" onClick={() => send({ type: 'share', choice: 'nothing' })}>
          {t.value('share.nothing')}
        </button>
      </div>
    </Panel>
  );
}

function StillThere({ last }: { readonly last: boolean }) {
  const { t, send } = usePage();
  const minutes = Math.round(CLOSES_AFTER / MINUTE);
  return (
    <Panel
      key={last ? 'last' : 'first'}
      title={t.value(last ? 'silence.second.title' : 'silence.first.title')}
      tone="ask"
    >
      <p>{last ? t.value('silence.second.text', { minutes }) : t.value('silence.first.text')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => send({ type: 'still-here' })}>
          {t.value('silence.here')}
        </button>
      </div>
    </Panel>
  );
}
