import type { StaffId } from '@haven/shared/ids';
import type { Team } from '@haven/shared/protocol/roster-plan';
import type { RosterPerson } from '@haven/shared/protocol/roster-requests';
import { useConsole } from '../../ui/console-context';
import { CheckGroup, SelectField } from './fields';
import { NounForm, type NounFormProps } from './noun-form';
import { idFor, type Names } from './use-roster';
import { useWritten } from './use-written';

const GENERAL = '';

type Draft = { readonly name: string; readonly region: string; readonly members: readonly StaffId[] };

const NEW: Draft = { name: '', region: GENERAL, members: [] };
const draftOf = ({ name, region, members }: Team): Draft => ({ name, region: region ?? GENERAL, members });

export const TeamForm = ({
  known,
  present,
  says,
  plan,
  people,
  names,
  onSave,
  onClose,
}: NounFormProps<Team> & { readonly people: readonly RosterPerson[]; readonly names: Names }) => {
  const { t } = useConsole();
  const written = useWritten(known, present, known === null ? NEW : draftOf(known), draftOf);
  const { name, region, members } = written.draft;
  // The region that it has, though it was retired: it has it again when that is brought back.
  const own = names.retired.filter(({ id }) => id === known?.region);
  const choices = [...names.regions, ...own];
  const submit = () => {
    const team: Team = {
      id: known?.id ?? idFor(name, plan.teams),
      name: name.trim(),
      region: choices.find(({ id }) => id === region)?.id ?? null,
      members: [...members],
    };
    onSave({ kind: 'team', team }, written.base);
  };
  return (
    <NounForm
      noun="team"
      written={written}
      says={says}
      isComplete
      onSubmit={submit}
      onSave={onSave}
      onClose={onClose}
    >
      <SelectField
        label={t('patterns.region')}
        value={region}
        options={[
          ...choices.map(({ id }) => ({ value: id as string, text: names.region(id) })),
          { value: GENERAL, text: names.region(null) },
        ]}
        onChange={(chosen) => written.write({ region: chosen })}
      />
      <CheckGroup
        label={t('patterns.members')}
        values={members}
        options={people
          .filter(({ staffId, takesChats }) => takesChats || members.includes(staffId))
          .map(({ staffId, displayName }) => ({ value: staffId, text: displayName }))}
        onChange={(chosen) => written.write({ members: chosen })}
      />
    </NounForm>
  );
};
