import type { StaffChat } from '@haven/shared/protocol/chat';
import { useId } from 'react';
import type { Translate } from '../../i18n/message-types';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { SafetyMark } from '../../ui/safety-mark';
import styles from './choice-row.module.css';
import { type Choice, CHOICES, type ChoiceGroup, choose, isChosen } from './wrap-up-draft';
import { wrapUpOf } from './wrap-ups-store';

const nameOf = (choice: Choice, t: Translate): string => {
  switch (choice.group) {
    case 'forWhom':
      return t(`for-whom.${choice.value}`);
    case 'topics':
      return t(`topic.${choice.value}`);
    case 'safety':
      return t(`safety.${choice.value}`);
    case 'actions':
      return t(`action.${choice.value}`);
    case 'skip':
      return t(`skip.${choice.value}`);
    case 'debrief':
      return t('debrief.ask');
    default:
      return t('wrap-up.minutes', { n: choice.value });
  }
};

type ChoiceRowProps = { readonly chat: StaffChat; readonly group: ChoiceGroup; readonly missing?: boolean };

/** One question of the form: every answer a switch, with its key beside it. */
export const ChoiceRow = ({ chat, group, missing }: ChoiceRowProps) => {
  const { stores, t } = useConsole();
  const forms = useSlice(stores.wrapUps, (wrapUps) => wrapUps.forms);
  const { draft } = wrapUpOf(forms, chat);
  const title = useId();
  return (
    <div role="group" aria-labelledby={title} className={styles['row']}>
      <span id={title} className={classes(styles['title'], missing && styles['missing'])}>
        {t(`wrap-up.${group}`)}
        {missing && <strong className={styles['choose']}> {t('wrap-up.choose')}</strong>}
      </span>
      <span className={styles['choices']}>
        {CHOICES.filter((choice) => choice.group === group).map((choice) => (
          <button
            key={choice.key}
            type="button"
            className={styles['choice']}
            aria-pressed={isChosen(draft, choice)}
            aria-keyshortcuts={choice.key}
            onClick={() => stores.wrapUps.patch(chat, { draft: choose(draft, choice) })}
          >
            {choice.group === 'safety' && <SafetyMark level={choice.value} />}
            {nameOf(choice, t)}
            <kbd className={styles['key']} aria-hidden="true">
              {choice.key}
            </kbd>
          </button>
        ))}
      </span>
    </div>
  );
};
