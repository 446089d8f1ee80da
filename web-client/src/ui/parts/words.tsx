import type { VerifiedPerson } from '@haven/shared/endpoint/conversation';
import { usePage } from '../../app/page';
import { Panel } from './panel';
import { Warnings } from './warnings';

type WordsProps = {
  readonly person: VerifiedPerson;
  readonly words: readonly string[];
  readonly onClose: () => void;
};

/** What the verified mark stands for, and how to check it without believing this page. */
export function Words({ person, words, onClose }: WordsProps) {
  const { t, state } = usePage();
  const name = person.displayName;
  const organisation = state.value.organisation?.name ?? '';
  return (
    <Panel title={t.value('chat.verified.title', { name })} onClose={onClose}>
      <p>{t.value('chat.verified.text', { organisation, name })}</p>
      <p>{t.value('chat.words', { organisation, name })}</p>
      <ol class="words" aria-label={t.value('chat.words.label')} lang="en" translate={false}>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <Warnings />
    </Panel>
  );
}
