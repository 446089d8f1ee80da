import { usePage } from '../../app/page';
import { Choices } from './choices';

const QUESTIONS = ['helped', 'safer'] as const;
const ANSWERS = ['yes', 'somewhat', 'no'] as const;

export function Survey() {
  const { t, state, send } = usePage();
  const { survey, surveySent } = state.value;
  if (surveySent) {
    return (
      <p class="notice" role="status">
        {t.value('survey.thanks')}
      </p>
    );
  }
  const choices = ANSWERS.map((value) => ({ value, label: t.value(`survey.${value}`) }));
  const nothing = survey.helped === null && survey.safer === null;
  return (
    <section class="survey">
      <h2>{t.value('survey.title')}</h2>
      <p class="hint">{t.value('survey.hint')}</p>
      {QUESTIONS.map((question) => {
        const given = survey[question];
        return (
          <Choices
            key={question}
            legend={t.value(`survey.${question}`)}
            choices={choices}
            chosen={given === null ? [] : [given]}
            onChoose={(value) => send({ type: 'survey', survey: { [question]: value } })}
          />
        );
      })}
      <button
        type="button"
        class="primary"
        aria-disabled={nothing}
        onClick={() => send({ type: 'survey-done' })}
      >
        {t.value('survey.send')}
      </button>
    </section>
  );
}
