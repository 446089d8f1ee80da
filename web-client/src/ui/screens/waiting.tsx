import type { VisitorView } from '@haven/shared/protocol/chat';
import { usePage } from '../../app/page';
import { Advice } from '../parts/advice';
import { ScreenTitle } from '../parts/heading';
import { Telephones } from '../parts/telephones';

export function Waiting({ view }: { readonly view: VisitorView }) {
  const { t, send } = usePage();
  const { place, band, told } = view;
  return (
    <>
      <ScreenTitle>{t.value('wait.title')}</ScreenTitle>
      <div class="wait" role="status">
        <p class="lead">{t.value(`wait.${band}`)}</p>
        {place === null ? null : (
          <p>{place === 1 ? t.value('wait.next') : t.value('wait.place', { place })}</p>
        )}
      </div>
      <div class="tide" aria-hidden="true" />
      {told ? (
        <div class="told">
          <p>{t.value('wait.told')}</p>
          <Telephones />
        </div>
      ) : (
        <details>
          <summary>{t.value('wait.call')}</summary>
          <Telephones />
        </details>
      )}
      <Advice />
      <p>
        <button type="button" class="quiet" onClick={() => send({ type: 'end' })}>
          {t.value('wait.stop')}
        </button>
      </p>
    </>
  );
}
