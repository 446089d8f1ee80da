import type { Rotation } from '@haven/shared/protocol/roster-plan';
import { useState } from 'react';
import { useConsole } from '../../ui/console-context';
import { InputField, SelectField } from './fields';
import { NounForm, type NounFormProps } from './noun-form';
import styles from './roster-page.module.css';
import { idFor } from './use-roster';

const NONE = '';

export const RotationForm = ({ known, plan, onSave, onClose }: NounFormProps<Rotation>) => {
  const { t } = useConsole();
  const [name, setName] = useState(known?.name ?? '');
  const [anchor, setAnchor] = useState(known?.anchor ?? '');
  const [teams, setTeams] = useState<readonly string[]>(known?.teams ?? []);
  // One place more than there are teams, so that another can be added.
  const turns = [...teams, NONE];
  const choose = (at: number, team: string) =>
    setTeams(turns.map((each, index) => (index === at ? team : each)).filter((each) => each !== NONE));
  const submit = () => {
    const rotation: Rotation = {
      id: known?.id ?? idFor(name, plan.rotations),
      name: name.trim(),
      anchor,
      teams: [...teams],
    };
    onSave({ kind: 'rotation', rotation });
  };
  return (
    <NounForm
      noun="rotation"
      known={known}
      name={name}
      onName={setName}
      isComplete={anchor !== '' && teams.length > 0}
      onSubmit={submit}
      onSave={onSave}
      onClose={onClose}
    >
      <InputField label={t('patterns.anchor')} type="date" value={anchor} onChange={setAnchor} />
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
