import type { PlanDate } from '@haven/shared/protocol/roster-plan';
import type { Edited, RosterView } from '@haven/shared/protocol/roster-requests';
import { addDays, mondayOf, startOfDay } from '@haven/shared/roster/calendar';
import { mondayOfShift } from '@haven/shared/roster/copy-week';
import { useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { Callout } from '../../ui/callout';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import type { Times } from '../../ui/times';
import { ConflictList } from './conflict-list';
import { InputField } from './fields';
import { useAnswer } from './use-answer';
import type { Names } from './use-roster';

type CopyDialogProps = {
  readonly view: RosterView;
  readonly names: Names;
  readonly time: Times;
  /** Of the week that is copied. */
  readonly monday: PlanDate;
  readonly onClose: () => void;
};

/** The draft of a week as it stands now. */
const useWeek = (monday: PlanDate, timeZone: string) => {
  const [from, until] = [startOfDay(monday, timeZone), startOfDay(addDays(monday, 7), timeZone)];
  const { value } = useAnswer('roster:look', { from, until });
  const shifts = value?.draft?.filter((each) => mondayOfShift(each, timeZone) === monday) ?? [];
  return { count: shifts.length, mark: value?.mark ?? null };
};

/** One week in the place of another: first what it would be. */
export const CopyDialog = ({ view, names, time, monday, onClose }: CopyDialogProps) => {
  const { actions, stores, t } = useConsole();
  const [to, setTo] = useState(addDays(monday, 7));
  const [refused, setRefused] = useState<Edited | null>(null);
  const [isOld, setOld] = useState(false);
  const target = mondayOf(to === '' ? monday : to);
  const source = useWeek(monday, view.timeZone);
  const replaced = useWeek(target, view.timeZone);
  const isKnown = source.mark !== null && replaced.mark !== null && target !== monday;
  const copy = async () => {
    if (source.mark === null || replaced.mark === null) return;
    const seen = { from: source.mark, to: replaced.mark };
    const result = await actions.ask('roster:copy-week', { from: monday, to, seen });
    setOld(!result.ok && result.error === 'outdated');
    if (!result.ok && result.error === 'outdated') stores.roster.changed();
    else if (!result.ok) stores.notices.say('problem', noticeOf(result.error));
    else if (!result.value.saved) setRefused(result.value);
    else {
      stores.notices.say('quiet', 'roster.copied', { n: result.value.shifts });
      onClose();
    }
  };
  return (
    <Modal title={t('roster.copy')} onClose={onClose}>
      <p>{t('roster.copy.explain')}</p>
      <InputField label={t('roster.copy.to')} type="date" value={to} onChange={setTo} />
      {isOld && <Callout>{t('roster.copy.outdated')}</Callout>}
      <p role="status">{isKnown && t('roster.copy.counts', { n: source.count, gone: replaced.count })}</p>
      <ConflictList conflicts={refused?.conflicts ?? []} names={names} time={time} />
      <ModalFeet>
        <Button onPress={onClose}>{t('roster.cancel')}</Button>
        <Button look="main" isDisabled={to === '' || !isKnown} onPress={() => void copy()}>
          {t('roster.copy')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
