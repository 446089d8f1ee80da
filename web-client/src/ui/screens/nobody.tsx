import { closedFor } from '../../chat/closed';
import { usePage } from '../../app/page';
import { ScreenTitle } from '../parts/heading';
import { Telephones } from '../parts/telephones';

export function Nobody({ blocked }: { readonly blocked: boolean }) {
  const { t, state, send, language } = usePage();
  const { organisation } = state.value;
  const said = blocked ? '' : (closedFor(state.value)?.[language.value] ?? '');
  return (
    <>
      <ScreenTitle>{t.value(blocked ? 'blocked.title' : 'nobody.title')}</ScreenTitle>
      {said === '' ? null : <p>{said}</p>}
      <p>{t.value(blocked ? 'blocked.text' : 'nobody.text')}</p>
      <Telephones />
      {organisation === null || blocked || said !== '' ? null : (
        <p>{t.value('nobody.open', { times: organisation.openingTimes[language.value] })}</p>
      )}
      <p>
        <button type="button" class="primary" onClick={() => send({ type: 'look-again' })}>
          {t.value('nobody.again')}
        </button>
      </p>
    </>
  );
}
