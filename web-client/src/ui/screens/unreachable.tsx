import { usePage } from '../../app/page';
import { ScreenTitle } from '../parts/heading';
import { Telephones } from '../parts/telephones';

export function Unreachable() {
  const { t, send } = usePage();
  return (
    <>
      <ScreenTitle>{t.value('unreachable.title')}</ScreenTitle>
      <p>{t.value('unreachable.text')}</p>
      <Telephones />
      <p>
        <button type="button" class="primary" onClick={() => send({ type: 'try-again' })}>
          {t.value('unreachable.again')}
        </button>
      </p>
    </>
  );
}
