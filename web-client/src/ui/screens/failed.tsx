import { usePage } from '../../app/page';
import { ScreenTitle } from '../parts/heading';
import { Telephones } from '../parts/telephones';

export function Failed() {
  const { t, state } = usePage();
  const { stage } = state.value;
  const reason = stage.name === 'failed' ? stage.reason : 'internal';
  return (
    <>
      <ScreenTitle>{t.value('failed.title')}</ScreenTitle>
      <p>{t.value(`failed.${reason}`)}</p>
      <Telephones />
      {reason === 'no-crypto' ? null : (
        <p>
          <button type="button" class="primary" onClick={() => location.reload()}>
            {t.value('failed.reload')}
          </button>
        </p>
      )}
    </>
  );
}
