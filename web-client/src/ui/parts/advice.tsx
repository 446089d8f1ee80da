import { useId } from 'preact/hooks';
import { usePage } from '../../app/page';

const SUBJECTS = ['say', 'read', 'screen', 'who', 'phone'] as const;

export function Advice() {
  const { t } = usePage();
  const id = useId();
  return (
    <section class="advice" aria-labelledby={id}>
      <h2 id={id}>{t.value('wait.advice')}</h2>
      {SUBJECTS.map((subject) => (
        <details key={subject}>
          <summary>{t.value(`advice.${subject}.title`)}</summary>
          <p>{t.value(`advice.${subject}.text`)}</p>
        </details>
      ))}
    </section>
  );
}
