import { deskId, type DeskId } from '@haven/shared/ids';
import { type Language, LANGUAGES } from '@haven/shared/protocol/organisation';
import type { Person } from '@haven/shared/protocol/people';
import { type Role, ROLES } from '@haven/shared/protocol/presence';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { useConsole, useSlice } from '../../ui/console-context';
import { ModalFeet } from '../../ui/modal';
import { TextField } from '../../ui/text-field';
import { Choice } from '../settings/setting-controls';
import styles from './staff-page.module.css';

export type Position = Pick<Person, 'displayName' | 'role'> & {
  readonly desks: DeskId[];
  readonly languages: Language[];
};

type PositionFormProps = {
  readonly position: Position;
  readonly submit: string;
  readonly hint?: string;
  readonly onSubmit: (position: Position) => void;
  readonly onCancel: () => void;
};

/** What is decided about somebody who works here. */
export const PositionForm = ({ position, submit, hint, onSubmit, onCancel }: PositionFormProps) => {
  const { stores, t, language } = useConsole();
  const desks = useSlice(stores.desk, ({ organisation }) => organisation?.desks ?? []);
  const [given, setGiven] = useState(position);
  const change = (part: Partial<Position>) => setGiven((before) => ({ ...before, ...part }));
  const displayName = given.displayName.trim().normalize('NFC');
  const isWhole = displayName !== '' && given.desks.length > 0 && given.languages.length > 0;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) onSubmit({ ...given, displayName });
  };
  return (
    <form className={styles['form']} onSubmit={send}>
      <TextField
        autoFocus
        label={t('staff.name')}
        hint={t('staff.name-hint')}
        value={given.displayName}
        maxLength={80}
        onChange={(name) => change({ displayName: name })}
      />
      <Choice<Role>
        label={t('staff.role')}
        values={ROLES}
        value={given.role}
        nameOf={(role) => t(`role.${role}`)}
        onChange={(role) => change({ role })}
      />
      <CheckList
        label={t('staff.desks')}
        options={desks.map(({ id, name }) => ({ value: id, name: name[language] }))}
        chosen={given.desks}
        onChange={(chosen) => change({ desks: chosen.map((id) => deskId.parse(id)) })}
      />
      <CheckList
        label={t('staff.languages')}
        options={LANGUAGES.map((one) => ({ value: one, name: t(`staff.language.${one}`) }))}
        chosen={given.languages}
        onChange={(chosen) => change({ languages: LANGUAGES.filter((one) => chosen.includes(one)) })}
      />
      {hint !== undefined && <p className={styles['quiet']}>{hint}</p>}
      <ModalFeet>
        <Button onPress={onCancel}>{t('staff.cancel')}</Button>
        <Button look="main" type="submit" isDisabled={!isWhole}>
          {submit}
        </Button>
      </ModalFeet>
    </form>
  );
};
