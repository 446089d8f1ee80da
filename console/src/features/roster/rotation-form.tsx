import type { Rotation } from '@haven/shared/protocol/roster-plan';
import { useConsole } from '../../ui/console-context';
import { InputField, SelectField } from './fields';
import { NounForm, type NounFormProps } from './noun-form';
import styles from './roster-page.module.css';
import { idFor } from './use-roster';
import { useWritten } from './use-written';

const NONE = '';

type Draft = Pick<Rotation, 'name' | 'anchor'> & { readonly teams: readonly string[] };

const NEW: Draft = { name: '', anchor: '', teams: [] };
const draftOf = ({ name, anchor, teams }: Rotation): Draft => ({ name, anchor, teams });

export const RotationForm = ({ known, present, says, plan, onSave, onClose }: NounFormProps<Rotation>) => {
  const { t } = useConsole();
  const written = useWritten(known, present, known === null ? NEW : draftOf(known), draftOf);
  const { name, anchor, teams } = written.draft;
  // One place more than there are teams, so that another can be added.
  const turns = [...teams, NONE];
  const choose = (at: number, team: string) =>
    written.write({
      teams: turns.map((each, index) => (index === at ? team : each)).filter((each) => each !== NONE),
    });
  const submit = () => {
    const rotation: Rotation = {
      id: known?.id ?? idFor(name, plan.rotations),
      name: name.trim(),
      anchor,
      teams: [...teams],
    };
    onSave({ kind: 'rotation', rotation }, written.base);
  };
  return (
    <NounForm
      noun="rotation"
      written={written}
      says={says}
      isComplete={anchor !== '' && teams.length > 0}
      onSubmit={submit}
      onSave={onSave}
      onClose={onClose}
    >
      <InputField
        label={t('patterns.anchor')}
        type="date"
        value={anchor}
        onChange={(day) => written.write({ anchor: day })}
      />
      <fieldset className={styles['turns']}>
        <legend>{t('patterns.turns')}</legend>
        <p className={styles['small']}>{t('patterns.turns.hint')}</p>
        {turns.map((team, index) => (
          <SelectField
            // Turns have no name of their own: the same team may come twice.
            key={index}
            label={t('patterns.turn', { n: index + 1 })}
            value={team}
            options={[
              { value: NONE, text: t('patterns.turn.none') },
              ...plan.teams.map((each) => ({ value: each.id, text: each.name })),
            ]}
            onChange={(chosen) => choose(index, chosen)}
          />
        ))}
      </fieldset>
    </NounForm>
  );
};
