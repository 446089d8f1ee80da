import type { StaffId } from '@haven/shared/ids';
import type { Team } from '@haven/shared/protocol/roster-plan';
import type { RosterPerson } from '@haven/shared/protocol/roster-requests';
import { useState } from 'react';
import { useConsole } from '../../ui/console-context';
import { CheckGroup, SelectField } from './fields';
import { NounForm, type NounFormProps } from './noun-form';
import { idFor, type Names } from './use-roster';

const GENERAL = '';

export const TeamForm = ({
  known,
  plan,
  people,
  names,
  onSave,
  onClose,
}: NounFormProps<Team> & { readonly people: readonly RosterPerson[]; readonly names: Names }) => {
  const { t } = useConsole();
  const [name, setName] = useState(known?.name ?? '');
  const [region, setRegion] = useState<string>(known?.region ?? GENERAL);
  const [members, setMembers] = useState<readonly StaffId[]>(known?.members ?? []);
  const submit = () => {
    const team: Team = {
      id: known?.id ?? idFor(name, plan.teams),
      name: name.trim(),
      region: names.regions.find(({ id }) => id === region)?.id ?? null,
      members: [...members],
    };
    onSave({ kind: 'team', team });
  };
  return (
    <NounForm
      noun="team"
      known={known}
      name={name}
      onName={setName}
      isComplete
      onSubmit={submit}
      onSave={onSave}
      onClose={onClose}
    >
      <SelectField
        label={t('patterns.region')}
        value={region}
        options={[
          ...names.regions.map((each) => ({ value: each.id as string, text: each.name })),
          { value: GENERAL, text: names.region(null) },
        ]}
        onChange={setRegion}
      />
      <CheckGroup
        label={t('patterns.members')}
        values={members}
        options={people.map(({ staffId, displayName }) => ({ value: staffId, text: displayName }))}
        onChange={setMembers}
      />
    </NounForm>
  );
};
