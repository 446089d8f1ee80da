import { usePage } from '../../app/page';
import { faultOf } from '../../chat/screen';
import { ScreenTitle } from '../parts/heading';
import { Telephones } from '../parts/telephones';

/** Nothing can be written here: whoever is on the other side is not who they say. */
export function Fault() {
  const { t, state, send } = usePage();
  const fault = faultOf(state.value) ?? 'altered';
  const organisation = state.value.organisation?.name ?? '';
  return (
    <div class="stop-here" role="alert">
      <ScreenTitle>{t.value('fault.title')}</ScreenTitle>
      <p class="lead">{t.value(`fault.${fault}`, { organisation })}</p>
      <p>{t.value('fault.kept')}</p>
      <p>{t.value('fault.call')}</p>
      <Telephones />
      <div class="actions">
        <button type="button" class="quiet" onClick={() => send({ type: 'link-again' })}>
          {t.value('fault.again')}
        </button>
        <button type="button" class="quiet" onClick={() => send({ type: 'end' })}>
          {t.value('chat.end')}
        </button>
      </div>
    </div>
  );
}
