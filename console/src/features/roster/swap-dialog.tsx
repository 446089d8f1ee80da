import { startOfDay, dateOf } from '@haven/shared/roster/calendar';
import type { Shift } from '@haven/shared/roster/roster';
import { days } from '@haven/shared/units';
import { type FormEvent, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import type { Times } from '../../ui/times';
import { SelectField } from './fields';
import styles from './roster-page.module.css';
import { useAnswer } from './use-answer';

type SwapDialogProps = {
  readonly shift: Shift;
  readonly timeZone: string;
  readonly time: Times;
  readonly onClose: () => void;
};

/** A colleague is asked to take a shift, perhaps for one of hers of the next five weeks. */
export const SwapDialog = ({ shift, timeZone, time, onClose }: SwapDialogProps) => {
  const { actions, stores, t } = useConsole();
  const now = useNow();
  const selfId = useSlice(stores.staff, (staff) => staff.selfId);
  const today = startOfDay(dateOf(now, timeZone), timeZone);
  const { value: view } = useAnswer('roster:look', { from: today, until: today + days(35) });
  const [to, setTo] = useState('');
  const [inReturn, setInReturn] = useState('');
  const colleagues = (view?.people ?? []).filter(
    ({ staffId, takesChats }) => takesChats && staffId !== selfId,
  );
  const colleague = colleagues.find(({ staffId }) => staffId === to);
  const theirs = (view?.published ?? []).filter((each) => each.staffId === to && each.from > now);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (colleague === undefined) return;
    const result = await actions.ask('roster:swap-ask', {
      shift: shift.id,
      inReturn: inReturn === '' ? null : inReturn,
      to: colleague.staffId,
    });
    if (!result.ok) {
      stores.notices.say('problem', noticeOf(result.error));
      return;
    }
    stores.notices.say('quiet', 'mine.swap.asked');
    onClose();
  };
  return (
    <Modal title={t('mine.swap.title')} onClose={onClose}>
      <form className={styles['form']} onSubmit={(event) => void submit(event)}>
        <p>
          <strong>{time.span(shift)}</strong>
        </p>
        <SelectField
          label={t('mine.swap.colleague')}
          value={to}
          options={[
            { value: '', text: t('mine.swap.choose') },
            ...colleagues.map(({ staffId, displayName }) => ({
              value: staffId as string,
              text: displayName,
            })),
          ]}
          onChange={(chosen) => {
            setTo(chosen);
            setInReturn('');
          }}
        />
        <SelectField
          label={t('mine.swap.return')}
          value={inReturn}
          options={[
            { value: '', text: t('mine.swap.nothing') },
            ...theirs.map((each) => ({ value: each.id, text: time.span(each) })),
          ]}
          onChange={setInReturn}
        />
        <ModalFeet>
          <Button onPress={onClose}>{t('roster.cancel')}</Button>
          <Button look="main" type="submit" isDisabled={colleague === undefined}>
            {t('mine.swap.ask')}
          </Button>
        </ModalFeet>
      </form>
    </Modal>
  );
};
