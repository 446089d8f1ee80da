import { usePage } from '../../app/page';
import { ClearHistory } from '../parts/clear-history';
import { ScreenTitle } from '../parts/heading';
import { fill, HOLE } from '../parts/rich-text';
import { CallLink, EMERGENCY } from '../parts/telephones';
import { Warnings } from '../parts/warnings';

export function Safe() {
  const { t, state, send } = usePage();
  const { stage } = state.value;
  return (
    <>
      <ScreenTitle>{t.value('safe.title')}</ScreenTitle>
      {stage.name === 'safe' && stage.earlierGone ? <p class="notice">{t.value('safe.gone')}</p> : null}
      <p class="lead">{fill(t.value('safe.danger', { number: HOLE }), <CallLink number={EMERGENCY} />)}</p>
      <p>{t.value('safe.leave')}</p>
      <p>{t.value('safe.erased')}</p>
      <details>
        <summary>{t.value('safe.clear')}</summary>
        <ClearHistory />
      </details>
      <p>
        <button type="button" class="primary large" onClick={() => send({ type: 'start' })}>
          {t.value('safe.start')}
        </button>
      </p>
      <p class="hint">{t.value('safe.anonymous')}</p>
      {/* Last: it comes when the organisation is known, and must not move the button from under a finger. */}
      <Warnings />
    </>
  );
}
