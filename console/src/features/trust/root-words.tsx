import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import styles from './trust.module.css';

type WordsProps = {
  readonly made: { readonly words: readonly string[] };
  readonly onDone: () => void;
  readonly onStop: () => void;
};

/** The 24 words, this once. */
export const Words = ({ made, onDone, onStop }: WordsProps) => {
  const { t } = useConsole();
  return (
    <div className={styles['section']}>
      <p role="status">{t('trust.root.write')}</p>
      <ol className={styles['words']} aria-label={t('trust.root.words')}>
        {made.words.map((word, index) => (
          <li key={`${index}-${word}`}>
            <span className={styles['number']}>{index + 1}</span>
            {word}
          </li>
        ))}
      </ol>
      <div className={styles['feet']}>
        <Button look="main" onPress={onDone}>
          {t('trust.root.written')}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t('trust.stop')}
        </Button>
      </div>
    </div>
  );
};

type AskedBackProps = {
  readonly made: { readonly asked: readonly number[] };
  readonly busy: boolean;
  readonly onAnswer: (words: readonly string[]) => void;
  readonly onStop: () => void;
  readonly children: ReactNode;
};

/** Some of them from the paper: whoever wrote nothing down notices it now. */
export const AskedBack = ({ made, busy, onAnswer, onStop, children }: AskedBackProps) => {
  const { t } = useConsole();
  const [words, setWords] = useState<readonly string[]>(made.asked.map(() => ''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswer(words);
  };
  return (
    <form className={styles['section']} autoComplete="off" onSubmit={submit}>
      <p role="status">{t('trust.root.ask-back')}</p>
      <div className={styles['asked']}>
        {made.asked.map((number, index) => (
          <label key={number} className={styles['field']}>
            {t('trust.root.word', { number })}
            <input
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={words[index]}
              onChange={({ currentTarget: { value } }) =>
                setWords((before) => before.map((word, at) => (at === index ? value : word)))
              }
            />
          </label>
        ))}
      </div>
      {children}
      <div className={styles['feet']}>
        <Button type="submit" look="main" isDisabled={busy}>
          {t('trust.root.check')}
        </Button>
        <Button look="quiet" onPress={onStop}>
          {t('trust.stop')}
        </Button>
      </div>
    </form>
  );
};

/** All 24, typed from the paper. Nothing remembers them: no form of the browser, and not this one once it is sent. */
export const RootWordsField = ({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) => {
  const { t } = useConsole();
  return (
    <label className={styles['field']}>
      {t('trust.root.type')}
      <textarea
        rows={4}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
};
