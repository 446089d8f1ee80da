import type { PlanDate } from '@haven/shared/protocol/roster-plan';
import type { Generation, RosterView } from '@haven/shared/protocol/roster-requests';
import { addDays, dateOf, mondayOf } from '@haven/shared/roster/calendar';
import { useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { Callout } from '../../ui/callout';
import { useConsole, useNow } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import type { Times } from '../../ui/times';
import { BurdenTable } from './burden-table';
import { CopyDialog } from './copy-dialog';
import { InputField } from './fields';
import { PublishDialog } from './publish-dialog';
import styles from './roster-page.module.css';
import type { Names } from './use-roster';

export type PlanDialog =
  | { readonly kind: 'generate' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'copy'; readonly monday: PlanDate };

export type DialogProps = {
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
  const [isOld, setOld] = useState(false);
  const run = async (seen: string | null) => {
    const result = await actions.ask('roster:generate', { first, last, seen });
    if (!result.ok && result.error === 'outdated') {
      // Said beside the new outcome, not above the old one.
      await run(null);
      setOld(true);
    } else if (!result.ok) stores.notices.say('problem', noticeOf(result.error));
    else if (seen === null) setTrial(result.value);
    else {
      stores.notices.say('quiet', 'roster.generated', { n: result.value.shifts });
      onClose();
    }
  };
  const choose = (set: (date: PlanDate) => void) => (date: string) => {
    set(date);
    setTrial(null);
    setOld(false);
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
      {isOld && <Callout>{t('roster.generate.outdated')}</Callout>}
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
          onPress={() => {
            setOld(false);
            void run(null);
          }}
        >
          {t('roster.generate.try')}
        </Button>
        {trial !== null && (
          <Button look="main" onPress={() => void run(trial.mark)}>
            {t('roster.generate.take')}
          </Button>
        )}
      </ModalFeet>
    </Modal>
  );
};
