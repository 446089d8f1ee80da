import type { RegionId, StaffId } from '@haven/shared/ids';
import type { Conflict } from '@haven/shared/protocol/roster-conflict';
import type { PlanDate, WallTime } from '@haven/shared/protocol/roster-plan';
import type { RosterView } from '@haven/shared/protocol/roster-requests';
import { addDays, dateOf, instantAt, timeOf } from '@haven/shared/roster/calendar';
import type { Shift } from '@haven/shared/roster/roster';
import { type FormEvent, useRef, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { ModalFeet } from '../../ui/modal';
import type { Times } from '../../ui/times';
import { Meanwhile } from '../../ui/meanwhile';
import { ConflictList } from './conflict-list';
import { InputField, SelectField } from './fields';
import { newShiftId } from './new-shift-id';
import styles from './roster-page.module.css';
import { HoursFields, KindField, ServesFields } from './shift-fields';
import type { Names } from './use-roster';
import { useWritten } from './use-written';

type ShiftFormProps = {
  readonly shift: Shift;
  readonly people: RosterView['people'];
  /** Of the draft, as it stands now. */
  readonly shifts: readonly Shift[];
  readonly timeZone: string;
  readonly names: Names;
  readonly time: Times;
  readonly onDone: () => void;
};

type Draft = Pick<Shift, 'staffId' | 'general' | 'kind'> & {
  readonly date: PlanDate;
  readonly from: WallTime;
  readonly until: WallTime;
  readonly regions: readonly RegionId[];
};

const draftOf = ({ staffId, from, until, regions, general, kind }: Shift, timeZone: string): Draft => ({
  staffId,
  date: dateOf(from, timeZone),
  from: timeOf(from, timeZone),
  until: timeOf(until, timeZone),
  regions,
  general,
  kind,
});

/** One shift of the draft. What speaks against it is said here, and nothing is lost. */
export const ShiftForm = ({ shift, people, shifts, timeZone, names, time, onDone }: ShiftFormProps) => {
  const { actions, stores, t } = useConsole();
  const form = useRef<HTMLFormElement>(null);
  const [id, setId] = useState(shift.id);
  const present = shifts.find((each) => each.id === id) ?? null;
  const [known] = useState(present);
  const written = useWritten(known, present, draftOf(shift, timeZone), (each) => draftOf(each, timeZone));
  const { base, draft, isOld, write } = written;
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const { staffId, date, from, until, general, kind } = draft;
  // What was retired since is chosen no longer.
  const regions = draft.regions.filter((region) => names.regions.some(({ id }) => id === region));
  const isNowhere = regions.length === 0 && !general;

  const edit = async (save: Shift[], remove: string[]) => {
    const result = await actions.ask('roster:edit', { save, remove, seen: base === null ? [] : [base] });
    if (!result.ok) {
      stores.notices.say('problem', noticeOf(result.error));
      // Perhaps nobody has told this console yet.
      if (result.error === 'outdated') stores.roster.changed();
    } else if (!result.value.saved) setConflicts(result.value.conflicts);
    else {
      // A warning stays on screen until it has been read.
      setConflicts(result.value.conflicts);
      written.saved(save[0] ?? null);
      stores.notices.say('quiet', 'roster.saved');
      if (result.value.conflicts.length === 0) onDone();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNowhere || isOld) return;
    const begin = instantAt(date, from, timeZone);
    const end = instantAt(until <= from ? addDays(date, 1) : date, until, timeZone);
    void edit([{ id, staffId, from: begin, until: end, regions: [...regions], general, kind }], []);
  };
  const decided = (decide: () => void) => () => {
    decide();
    // What is taken away, or stands in a week that is not shown, is made anew under a name of its own.
    if (present === null) setId(newShiftId());
    form.current?.querySelector('select')?.focus();
  };
  const saysOf = (each: Shift) =>
    [
      names.person(each.staffId),
      time.span(each),
      t(`roster.kind.${each.kind}`),
      [...each.regions, ...(each.general ? [null] : [])].map(names.region).join(', '),
    ].join(' · ');

  return (
    <form ref={form} className={styles['form']} onSubmit={submit}>
      {isOld && (
        <Meanwhile
          says={present === null ? null : <strong>{saysOf(present)}</strong>}
          onTheirs={decided(written.takeTheirs)}
          onGoOn={decided(written.goOn)}
        />
      )}
      <SelectField<StaffId>
        label={t('roster.person')}
        value={staffId}
        options={people
          .filter(({ staffId: id, takesChats }) => takesChats || id === staffId)
          .map((each) => ({ value: each.staffId, text: each.displayName }))}
        onChange={(chosen) => write({ staffId: chosen })}
      />
      <div className={styles['pair']}>
        <InputField
          label={t('roster.day')}
          type="date"
          value={date}
          onChange={(chosen) => write({ date: chosen })}
        />
        <KindField kind={kind} onWrite={(chosen) => write({ kind: chosen })} />
      </div>
      <HoursFields hours={draft} onWrite={write} />
      <ServesFields serves={{ regions, general }} names={names} onWrite={write} />
      {isNowhere && <p role="alert">{t('roster.nowhere')}</p>}
      <ConflictList conflicts={conflicts} own={[id]} names={names} time={time} />
      <ModalFeet>
        {base !== null && (
          <Button look="grave" isDisabled={isOld} onPress={() => void edit([], [id])}>
            {t('roster.remove')}
          </Button>
        )}
        <Button onPress={onDone}>{t('roster.cancel')}</Button>
        <Button look="main" type="submit" isDisabled={isOld}>
          {t('roster.save')}
        </Button>
      </ModalFeet>
    </form>
  );
};
