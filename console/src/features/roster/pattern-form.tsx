import type { RegionId } from '@haven/shared/ids';
import type { Pattern } from '@haven/shared/protocol/roster-plan';
import { useConsole } from '../../ui/console-context';
import { weekdayName } from '../../ui/times';
import { CheckGroup, InputField, SelectField } from './fields';
import { NounForm, type NounFormProps } from './noun-form';
import styles from './roster-page.module.css';
import { HoursFields, KindField, ServesFields } from './shift-fields';
import { idFor, type Names } from './use-roster';
import { useWritten } from './use-written';

const USUAL = '';
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];

type Draft = Pick<Pattern, 'name' | 'from' | 'until' | 'general' | 'kind'> & {
  readonly weekdays: readonly string[];
  readonly isEverywhere: boolean;
  readonly regions: readonly RegionId[];
  readonly maker: string;
  readonly people: string;
  readonly exception: string;
};

const NEW: Draft = {
  name: '',
  weekdays: [],
  from: '',
  until: '',
  isEverywhere: true,
  regions: [],
  general: true,
  maker: '',
  people: '1',
  kind: 'duty',
  exception: USUAL,
};

const draftOf = ({
  name,
  weekdays,
  from,
  until,
  regions,
  general,
  by,
  people,
  kind,
  exception,
}: Pattern): Draft => ({
  name,
  weekdays: weekdays.map(String),
  from,
  until,
  isEverywhere: regions === null,
  regions: regions ?? [],
  general,
  maker: by.kind === 'team' ? `team ${by.team}` : `rotation ${by.rotation}`,
  people: String(people),
  kind,
  exception: exception ?? USUAL,
});

export const PatternForm = ({
  known,
  present,
  says,
  plan,
  names,
  onSave,
  onClose,
}: NounFormProps<Pattern> & { readonly names: Names }) => {
  const { t, language } = useConsole();
  const makers = [
    ...plan.teams.map((team) => ({
      value: `team ${team.id}`,
      text: t('patterns.by.team', { name: team.name }),
      by: { kind: 'team', team: team.id } as const,
    })),
    ...plan.rotations.map((rotation) => ({
      value: `rotation ${rotation.id}`,
      text: t('patterns.by.rotation', { name: rotation.name }),
      by: { kind: 'rotation', rotation: rotation.id } as const,
    })),
  ];
  const first = known === null ? { ...NEW, maker: makers[0]?.value ?? '' } : draftOf(known);
  const written = useWritten(known, present, first, draftOf);
  const { draft, write } = written;
  const { name, weekdays, from, until, isEverywhere, regions, general, maker, people, kind, exception } =
    draft;
  const by = makers.find(({ value }) => value === maker)?.by;
  const submit = () => {
    if (by === undefined) return;
    const pattern: Pattern = {
      id: known?.id ?? idFor(name, plan.patterns),
      name: name.trim(),
      weekdays: weekdays.map(Number).toSorted((a, b) => a - b),
      from,
      until,
      regions: isEverywhere ? null : [...regions],
      general,
      by,
      people: Number(people),
      kind,
      exception: exception === USUAL ? null : exception,
    };
    onSave({ kind: 'pattern', pattern }, written.base);
  };
  const isSomewhere = isEverywhere || general || names.regions.some(({ id }) => regions.includes(id));
  const count = Number(people);
  const isComplete =
    by !== undefined &&
    weekdays.length > 0 &&
    from !== '' &&
    until !== '' &&
    isSomewhere &&
    Number.isInteger(count) &&
    count >= 1 &&
    count <= 20;
  return (
    <NounForm
      noun="pattern"
      written={written}
      says={says}
      isComplete={isComplete}
      onSubmit={submit}
      onSave={onSave}
      onClose={onClose}
    >
      <CheckGroup
        label={t('patterns.weekdays')}
        values={weekdays}
        options={WEEKDAYS.map((value) => ({ value, text: weekdayName(Number(value), language) }))}
        onChange={(chosen) => write({ weekdays: chosen })}
      />
      <HoursFields hours={draft} onWrite={write} />
      <SelectField
        label={t('patterns.by')}
        value={maker}
        options={makers}
        onChange={(chosen) => write({ maker: chosen })}
      />
      <div className={styles['pair']}>
        <InputField
          label={t('patterns.people')}
          type="number"
          min="1"
          max="20"
          value={people}
          onChange={(typed) => write({ people: typed })}
        />
        <KindField kind={kind} onWrite={(chosen) => write({ kind: chosen })} />
      </div>
      <ServesFields serves={draft} names={names} onWrite={write} />
      <SelectField
        label={t('patterns.when')}
        value={exception}
        options={[
          { value: USUAL, text: t('patterns.when.usual') },
          ...plan.exceptions.map((each) => ({ value: each.id, text: each.name })),
        ]}
        onChange={(chosen) => write({ exception: chosen })}
      />
    </NounForm>
  );
};
