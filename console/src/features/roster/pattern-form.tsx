import type { RegionId } from '@haven/shared/ids';
import type { Pattern } from '@haven/shared/protocol/roster-plan';
import { useState } from 'react';
import { useConsole } from '../../ui/console-context';
import { CheckField, CheckGroup, InputField, SelectField } from './fields';
import { NounForm, type NounFormProps } from './noun-form';
import styles from './roster-page.module.css';
import { weekdayName } from '../../ui/times';
import { idFor, type Names } from './use-roster';

const USUAL = '';
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];

export const PatternForm = ({
  known,
  plan,
  names,
  onSave,
  onClose,
}: NounFormProps<Pattern> & { readonly names: Names }) => {
  const { t, language } = useConsole();
  const [name, setName] = useState(known?.name ?? '');
  const [weekdays, setWeekdays] = useState<readonly string[]>(known?.weekdays.map(String) ?? []);
  const [from, setFrom] = useState(known?.from ?? '');
  const [until, setUntil] = useState(known?.until ?? '');
  const [isEverywhere, setEverywhere] = useState(known === null || known.regions === null);
  const [regions, setRegions] = useState<readonly RegionId[]>(known?.regions ?? []);
  const [general, setGeneral] = useState(known?.general ?? true);
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
  const [maker, setMaker] = useState<string>(() => {
    if (known === null) return makers[0]?.value ?? '';
    return known.by.kind === 'team' ? `team ${known.by.team}` : `rotation ${known.by.rotation}`;
  });
  const [people, setPeople] = useState(String(known?.people ?? 1));
  const [kind, setKind] = useState<Pattern['kind']>(known?.kind ?? 'duty');
  const [exception, setException] = useState<string>(known?.exception ?? USUAL);
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
    onSave({ kind: 'pattern', pattern });
  };
  const isSomewhere = isEverywhere || general || regions.length > 0;
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
      known={known}
      name={name}
      onName={setName}
      isComplete={isComplete}
      onSubmit={submit}
      onSave={onSave}
      onClose={onClose}
    >
      <CheckGroup
        label={t('patterns.weekdays')}
        values={weekdays}
        options={WEEKDAYS.map((value) => ({ value, text: weekdayName(Number(value), language) }))}
        onChange={setWeekdays}
      />
      <div className={styles['pair']}>
        <InputField label={t('roster.from')} type="time" value={from} onChange={setFrom} />
        <InputField
          label={t('roster.until')}
          hint={t('roster.until.hint')}
          type="time"
          value={until}
          onChange={setUntil}
        />
      </div>
      <SelectField label={t('patterns.by')} value={maker} options={makers} onChange={setMaker} />
      <div className={styles['pair']}>
        <InputField
          label={t('patterns.people')}
          type="number"
          min="1"
          max="20"
          value={people}
          onChange={setPeople}
        />
        <SelectField
          label={t('roster.kind')}
          value={kind}
          options={(['duty', 'standby'] as const).map((value) => ({
            value,
            text: t(`roster.kind.${value}`),
          }))}
          onChange={setKind}
        />
      </div>
      <div>
        <CheckField label={t('patterns.all-regions')} value={isEverywhere} onChange={setEverywhere} />
        <CheckField label={t('roster.also-general')} value={general} onChange={setGeneral} />
      </div>
      {!isEverywhere && (
        <CheckGroup
          label={t('roster.regions')}
          values={regions}
          options={names.regions.map((each) => ({ value: each.id, text: each.name }))}
          onChange={setRegions}
        />
      )}
      <SelectField
        label={t('patterns.when')}
        value={exception}
        options={[
          { value: USUAL, text: t('patterns.when.usual') },
          ...plan.exceptions.map((each) => ({ value: each.id, text: each.name })),
        ]}
        onChange={setException}
      />
    </NounForm>
  );
};
