import type { RosterPlan } from '@haven/shared/protocol/roster-plan';
import type { Arrangement, Arranging } from '@haven/shared/protocol/roster-requests';
import { type ReactNode, useRef } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { ModalFeet } from '../../ui/modal';
import { Meanwhile } from '../../ui/meanwhile';
import { InputField } from './fields';
import styles from './roster-page.module.css';

type Noun = Extract<Arrangement, { kind: 'remove' }>['noun'];

/** What the form of each noun of the plan is given. */
export type NounFormProps<T> = {
  /** As it was when the form was opened; null: a new one. */
  readonly known: T | null;
  /** As it stands now; null: it does not. */
  readonly present: T | null;
  /** What stands there now, in words. */
  readonly says: string | null;
  readonly plan: RosterPlan;
  readonly onSave: (change: Arrangement, seen: Arranging['seen']) => void;
  readonly onClose: () => void;
};

type Written = {
  readonly base: Arranging['seen'];
  readonly draft: { readonly name: string };
  readonly isOld: boolean;
  readonly write: (change: { readonly name: string }) => void;
  readonly takeTheirs: () => void;
  readonly goOn: () => void;
};

type FrameProps = Pick<NounFormProps<unknown>, 'says' | 'onSave' | 'onClose'> & {
  readonly noun: Noun;
  readonly written: Written;
  readonly isComplete: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** A name, whatever else belongs to the noun, and what to do with it. */
export const NounForm = ({ noun, written, says, isComplete, ...props }: FrameProps) => {
  const { t } = useConsole();
  const form = useRef<HTMLFormElement>(null);
  const { base, draft, isOld, write } = written;
  const { name } = draft;
  const decided = (decide: () => void) => () => {
    decide();
    form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      ref={form}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete && !isOld) props.onSubmit();
      }}
    >
      {isOld && (
        <Meanwhile
          says={says === null ? null : <strong>{says}</strong>}
          onTheirs={decided(written.takeTheirs)}
          onGoOn={decided(written.goOn)}
        />
      )}
      <InputField
        label={t('patterns.name')}
        type="text"
        value={name}
        onChange={(typed) => write({ name: typed })}
      />
      {props.children}
      <ModalFeet>
        {base !== null && (
          <Button
            look="grave"
            isDisabled={isOld}
            aria-label={t('patterns.remove', { name: base.name })}
            onPress={() => props.onSave({ kind: 'remove', noun, id: base.id }, base)}
          >
            {t('roster.remove')}
          </Button>
        )}
        <Button onPress={props.onClose}>{t('roster.cancel')}</Button>
        <Button look="main" type="submit" isDisabled={isOld || !isComplete || name.trim() === ''}>
          {t('roster.save')}
        </Button>
      </ModalFeet>
    </form>
  );
};
