import type { RegionId, StaffId } from '@haven/shared/ids';
import type { Conflict } from '@haven/shared/protocol/roster-conflict';
import type { RosterView } from '@haven/shared/protocol/roster-requests';
import { addDays, dateOf, instantAt, timeOf } from '@haven/shared/roster/calendar';
import type { Shift } from '@haven/shared/roster/roster';
import { type FormEvent, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { ModalFeet } from '../../ui/modal';
import type { Times } from '../../ui/times';
import { ConflictList } from './conflict-list';
import { CheckField, CheckGroup, InputField, SelectField } from './fields';
import styles from './roster-page.module.css';
import type { Names } from './use-roster';

type ShiftFormProps = {
  readonly shift: Shift;
  readonly people: RosterView['people'];
  readonly shifts: readonly Shift[];
  readonly timeZone: string;
  readonly names: Names;
  readonly time: Times;
  readonly onDone: () => void;
};

/** One shift of the draft. What speaks against it is said here, and nothing is lost. */
export const ShiftForm = ({ shift, people, shifts, timeZone, names, time, onDone }: ShiftFormProps) => {
  const { actions, stores, t } = useConsole();
  const [staffId, setStaffId] = useState<StaffId>(shift.staffId);
  const [date, setDate] = useState(dateOf(shift.from, timeZone));
  const [from, setFrom] = useState(timeOf(shift.from, timeZone));
  const [until, setUntil] = useState(timeOf(shift.until, timeZone));
  const [regions, setRegions] = useState<readonly RegionId[]>(shift.regions);
  const [general, setGeneral] = useState(shift.general);
  const [kind, setKind] = useState(shift.kind);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  // What a colleague does to it while this is open must not be undone unseen.
  const [seen, setSeen] = useState(() => shifts.filter(({ id }) => id === shift.id));
  const isNowhere = regions.length === 0 && !general;

  const edit = async (save: Shift[], remove: string[]) => {
    const result = await actions.ask('roster:edit', { save, remove, seen: [...seen] });
    if (!result.ok) stores.notices.say('problem', noticeOf(result.error));
    else if (!result.value.saved) setConflicts(result.value.conflicts);
    else {
      // A warning stays on screen until it has been read.
      setConflicts(result.value.conflicts);
      setSeen(save);
      stores.notices.say('quiet', 'roster.saved');
      if (result.value.conflicts.length === 0) onDone();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNowhere) return;
    const begin = instantAt(date, from, timeZone);
    const end = instantAt(until <= from ? addDays(date, 1) : date, until, timeZone);
    void edit([{ ...shift, staffId, from: begin, until: end, regions: [...regions], general, kind }], []);
  };

  return (
    <form className={styles['form']} onSubmit={submit}>
      <SelectField
        label={t('roster.person')}
        value={staffId}
        options={people.map((each) => ({ value: each.staffId, text: each.displayName }))}
        onChange={setStaffId}
      />
      <div className={styles['pair']}>
        <InputField label={t('roster.day')} type="date" value={date} onChange={setDate} />
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
      <CheckGroup
        label={t('roster.regions')}
        values={regions}
        options={names.regions.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={setRegions}
      />
      <CheckField label={t('roster.also-general')} value={general} onChange={setGeneral} />
      {isNowhere && <p role="alert">{t('roster.nowhere')}</p>}
      <ConflictList conflicts={conflicts} shifts={shifts} names={names} time={time} />
      <ModalFeet>
        {seen.length > 0 && (
          <Button look="grave" onPress={() => void edit([], [shift.id])}>
            {t('roster.remove')}
          </Button>
        )}
        <Button onPress={onDone}>{t('roster.cancel')}</Button>
        <Button look="main" type="submit">
          {t('roster.save')}
        </Button>
      </ModalFeet>
    </form>
  );
};
