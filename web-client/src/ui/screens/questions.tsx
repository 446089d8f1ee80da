import type { ForWhom, Topic } from '@haven/shared/protocol/chat';
import { LIMITS } from '@haven/shared/protocol/limits';
import { usePage } from '../../app/page';
import { LANGUAGE_NAMES, languages } from '../../i18n/languages';
import { Choices } from '../parts/choices';
import { ScreenTitle } from '../parts/heading';
import { Icon } from '../parts/icons';

export const FOR_WHOM: readonly ForWhom[] = ['myself', 'someone-else', 'professional'];

export const TOPICS: readonly Topic[] = [
  'safety',
  'partner',
  'children',
  'family',
  'stalking',
  'housing',
  'money',
  'legal',
  'other',
];

const NOT_SAID = '';

/** Taps only: no name, no field to write in. Everything may be left as it is. */
export function Questions() {
  const { t, state, send } = usePage();
  const { answers, organisation } = state.value;
  const { forWhom, region, language, topics } = answers;
  const regions = organisation?.regions ?? [];
  return (
    <>
      <ScreenTitle>{t.value('ask.title')}</ScreenTitle>
      <p>{t.value('ask.lead')}</p>
      <Choices
        legend={t.value('ask.for-whom')}
        choices={[
          ...FOR_WHOM.map((value) => ({ value, label: t.value(`ask.for-whom.${value}`) })),
          { value: NOT_SAID, label: t.value('ask.not-said') },
        ]}
        chosen={[forWhom ?? NOT_SAID]}
        onChoose={(value) =>
          send({ type: 'answer', answers: { forWhom: value === NOT_SAID ? null : value } })
        }
      />
      <Choices
        legend={t.value('ask.topics')}
        hint={t.value('ask.topics.hint', { n: LIMITS.topics })}
        several
        choices={TOPICS.map((value) => ({ value, label: t.value(`topic.${value}`) }))}
        chosen={topics}
        onChoose={(value, on) => {
          const others = topics.filter((chosen) => chosen !== value);
          send({ type: 'answer', answers: { topics: on ? [...others, value] : others } });
        }}
      />
      {regions.length === 0 ? null : (
        <Choices
          legend={t.value('ask.region')}
          choices={[
            ...regions.map(({ id, name }) => ({ value: id as string, label: name })),
            { value: NOT_SAID, label: t.value('ask.not-said') },
          ]}
          chosen={[region ?? NOT_SAID]}
          onChoose={(value) => {
            const chosen = regions.find(({ id }) => id === value);
            send({ type: 'answer', answers: { region: chosen?.id ?? null } });
          }}
        />
      )}
      <Choices
        legend={t.value('ask.language')}
        choices={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
        chosen={[language]}
        onChoose={(value) => send({ type: 'answer', answers: { language: value } })}
      />
      <div class="actions">
        <button type="button" class="primary large" onClick={() => send({ type: 'enter' })}>
          {t.value('ask.start')}
        </button>
        <button type="button" class="quiet" onClick={() => send({ type: 'back' })}>
          <Icon name="back" />
          {t.value('page.back')}
        </button>
      </div>
    </>
  );
}
