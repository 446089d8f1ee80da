import type { Exception } from '@haven/shared/protocol/roster-plan';
import { useState } from 'react';
import { useConsole } from '../../ui/console-context';
import { InputField } from './fields';
import { NounForm, type NounFormProps } from './noun-form';
import styles from './roster-page.module.css';
import { idFor } from './use-roster';

export const ExceptionForm = ({ known, plan, onSave, onClose }: NounFormProps<Exception>) => {
  const { t } = useConsole();
  const [name, setName] = useState(known?.name ?? '');
  const [first, setFirst] = useState(known?.first ?? '');
  const [last, setLast] = useState(known?.last ?? '');
  const submit = () => {
    const id = known?.id ?? idFor(name, plan.exceptions);
    onSave({ kind: 'exception', exception: { id, name: name.trim(), first, last } });
  };
  return (
    <NounForm
      noun="exception"
      known={known}
      name={name}
      onName={setName}
      isComplete={first !== '' && last !== '' && first <= last}
      onSubmit={submit}
      onSave={onSave}
      onClose={onClose}
    >
      <div className={styles['pair']}>
        <InputField label={t('patterns.first')} type="date" value={first} onChange={setFirst} />
        <InputField label={t('patterns.last')} type="date" value={last} min={first} onChange={setLast} />
      </div>
      <p className={styles['small']}>{t('patterns.exception.hint')}</p>
    </NounForm>
  );
};
