import { usePage } from '../../app/page';
import { browserFamily } from '../browser-family';

export function ClearHistory() {
  const { t, agent } = usePage();
  const { family, mac } = browserFamily(agent);
  return (
    <div class="clear">
      <p>{t.value('clear.lead')}</p>
      <p>{t.value(`clear.${family}`)}</p>
      {mac && family !== 'safari' ? <p>{t.value('clear.mac')}</p> : null}
    </div>
  );
}
