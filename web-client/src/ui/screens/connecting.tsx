import { usePage } from '../../app/page';
import { ScreenTitle } from '../parts/heading';

export function Connecting() {
  const { t, state } = usePage();
  const back = state.value.stage.name === 'resuming';
  return (
    <div class="centred">
      <ScreenTitle>{t.value('connect.title')}</ScreenTitle>
      <div class="tide" aria-hidden="true" />
      <p>{t.value(back ? 'connect.resume' : 'connect.text')}</p>
    </div>
  );
}
