import type { RosterPlan } from '@haven/shared/protocol/roster-plan';
import type { Arrangement } from '@haven/shared/protocol/roster-requests';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { ModalFeet } from '../../ui/modal';
import { InputField } from './fields';
import styles from './roster-page.module.css';

type Noun = Extract<Arrangement, { kind: 'remove' }>['noun'];

/** What the form of each noun of the plan is given. */
export type NounFormProps<T> = {
  /** Null: a new one. */
  readonly known: T | null;
  readonly plan: RosterPlan;
  readonly onSave: (change: Arrangement) => void;
  readonly onClose: () => void;
};

type FrameProps = {
  readonly noun: Noun;
  readonly known: { readonly id: string; readonly name: string } | null;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly isComplete: boolean;
  readonly onSubmit: () => void;
  readonly onSave: (change: Arrangement) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A name, whatever else belongs to the noun, and what to do with it. */
export const NounForm = ({ noun, known, name, onName, isComplete, ...props }: FrameProps) => {
  const { t } = useConsole();
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) props.onSubmit();
      }}
    >
      <InputField label={t('patterns.name')} type="text" value={name} onChange={onName} />
      {props.children}
      <ModalFeet>
        {known !== null && (
          <Button
            look="grave"
            aria-label={t('patterns.remove', { name: known.name })}
            onPress={() => props.onSave({ kind: 'remove', noun, id: known.id })}
          >
            {t('roster.remove')}
          </Button>
        )}
        <Button onPress={props.onClose}>{t('roster.cancel')}</Button>
        <Button look="main" type="submit" isDisabled={!isComplete || name.trim() === ''}>
          {t('roster.save')}
        </Button>
      </ModalFeet>
    </form>
  );
};
