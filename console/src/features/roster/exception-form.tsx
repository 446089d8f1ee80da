import type { Exception } from '@haven/shared/protocol/roster-plan';
import { useConsole } from '../../ui/console-context';
import { InputField } from './fields';
import { NounForm, type NounFormProps } from './noun-form';
import styles from './roster-page.module.css';
import { idFor } from './use-roster';
import { useWritten } from './use-written';

const NEW = { name: '', first: '', last: '' };
const draftOf = ({ name, first, last }: Exception) => ({ name, first, last });

export const ExceptionForm = ({ known, present, says, plan, onSave, onClose }: NounFormProps<Exception>) => {
  const { t } = useConsole();
  const written = useWritten(known, present, known === null ? NEW : draftOf(known), draftOf);
  const { name, first, last } = written.draft;
  const submit = () => {
    const id = known?.id ?? idFor(name, plan.exceptions);
    onSave({ kind: 'exception', exception: { id, name: name.trim(), first, last } }, written.base);
  };
  return (
    <NounForm
      noun="exception"
      written={written}
      says={says}
      isComplete={first !== '' && last !== '' && first <= last}
      onSubmit={submit}
      onSave={onSave}
      onClose={onClose}
    >
      <div className={styles['pair']}>
        <InputField
          label={t('patterns.first')}
          type="date"
          value={first}
          onChange={(day) => written.write({ first: day })}
        />
        <InputField
          label={t('patterns.last')}
          type="date"
          value={last}
          min={first}
          onChange={(day) => written.write({ last: day })}
        />
      </div>
      <p className={styles['small']}>{t('patterns.exception.hint')}</p>
    </NounForm>
  );
};
