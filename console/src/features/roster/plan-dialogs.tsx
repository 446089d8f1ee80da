import type { PlanDate } from '@haven/shared/protocol/roster-plan';
import type { Edited, Generation, RosterView } from '@haven/shared/protocol/roster-requests';
import { addDays, dateOf, mondayOf } from '@haven/shared/roster/calendar';
import { useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useNow } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import type { Times } from '../../ui/times';
import { BurdenTable } from './burden-table';
import { ConflictList } from './conflict-list';
import { InputField } from './fields';
import { PublishDialog } from './publish-dialog';
import styles from './roster-page.module.css';
import type { Names } from './use-roster';

export type PlanDialog =
  | { readonly kind: 'generate' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'copy'; readonly monday: PlanDate };

type DialogProps = {
  readonly view: RosterView;
  readonly names: Names;
  readonly time: Times;
  readonly onClose: () => void;
};

export const PlanDialogs = ({ dialog, ...props }: DialogProps & { readonly dialog: PlanDialog }) => {
  switch (dialog.kind) {
    case 'generate':
      return <GenerateDialog {...props} />;
    case 'publish':
      return <PublishDialog {...props} />;
    case 'copy':
      return <CopyDialog {...props} monday={dialog.monday} />;
  }
};

/** A quarter in one go: first who would carry how much, then into the draft. */
const GenerateDialog = ({ view, names, onClose }: DialogProps) => {
  const { actions, stores, t } = useConsole();
  const now = useNow();
  const [first, setFirst] = useState(() => addDays(mondayOf(dateOf(now, view.timeZone)), 7));
  const [last, setLast] = useState(() => addDays(mondayOf(dateOf(now, view.timeZone)), 14 * 7 - 1));
  const [trial, setTrial] = useState<Generation | null>(null);
  const run = async (dry: boolean) => {
    const result = await actions.ask('roster:generate', { first, last, dry });
    if (!result.ok) stores.notices.say('problem', noticeOf(result.error));
    else if (dry) setTrial(result.value);
    else {
      stores.notices.say('quiet', 'roster.generated', { n: result.value.shifts });
      onClose();
    }
  };
  const choose = (set: (date: PlanDate) => void) => (date: string) => {
    set(date);
    setTrial(null);
  };
  return (
    <Modal title={t('roster.generate')} onClose={onClose} wide>
      <p>{t('roster.generate.explain')}</p>
      <div className={styles['pair']}>
        <InputField
          label={t('roster.generate.first')}
          type="date"
          value={first}
          max={last}
          onChange={choose(setFirst)}
        />
        <InputField
          label={t('roster.generate.last')}
          type="date"
          value={last}
          min={first}
          max={addDays(first === '' ? last : first, 366)}
          onChange={choose(setLast)}
        />
      </div>
      {trial !== null && (
        <>
          <p role="status">
            {t('roster.generate.result', {
              shifts: trial.shifts,
              missing: trial.missing,
              warnings: trial.conflicts.length,
            })}
          </p>
          <BurdenTable burdens={trial.burdens} names={names} />
        </>
      )}
      <ModalFeet>
        <Button onPress={onClose}>{t('roster.cancel')}</Button>
        <Button
          look={trial === null ? 'main' : 'plain'}
          isDisabled={first === '' || last < first}
          onPress={() => void run(true)}
        >
          {t('roster.generate.try')}
        </Button>
        {trial !== null && (
          <Button look="main" onPress={() => void run(false)}>
            {t('roster.generate.take')}
          </Button>
        )}
      </ModalFeet>
    </Modal>
  );
};

const CopyDialog = ({ view, names, time, monday, onClose }: DialogProps & { readonly monday: PlanDate }) => {
  const { actions, stores, t } = useConsole();
  const [to, setTo] = useState(addDays(monday, 7));
  const [refused, setRefused] = useState<Edited | null>(null);
  const copy = async () => {
    const result = await actions.ask('roster:copy-week', { from: monday, to });
    if (!result.ok) stores.notices.say('problem', noticeOf(result.error));
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
      <ConflictList
        conflicts={refused?.conflicts ?? []}
        shifts={view.draft ?? []}
        names={names}
        time={time}
      />
      <ModalFeet>
        <Button onPress={onClose}>{t('roster.cancel')}</Button>
        <Button
          look="main"
          isDisabled={to === '' || mondayOf(to === '' ? monday : to) === monday}
          onPress={() => void copy()}
        >
          {t('roster.copy')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
