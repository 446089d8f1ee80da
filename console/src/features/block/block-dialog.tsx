import type { ChatId } from '@haven/shared/ids';
import { BLOCK_HOURS } from '@haven/shared/protocol/block';
import { type FormEvent, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/choose';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { TextField } from '../../ui/text-field';
import styles from './block.module.css';

type BlockDialogProps = {
  readonly chat: ChatId;
  readonly onClose: () => void;
};

/** Says what a block does to others before it is set. */
export const BlockDialog = ({ chat, onClose }: BlockDialogProps) => {
  const { actions, stores, t, times } = useConsole();
  const [hours, setHours] = useState<(typeof BLOCK_HOURS)[number]>(BLOCK_HOURS[0]);
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const perform = async (event: FormEvent) => {
    event.preventDefault();
    if (given.length < 3) return;
    const done = await actions.ask('block:set', { chat, hours, reason: given });
    if (!done.ok) return stores.notices.say('problem', noticeOf(done.error));
    stores.notices.say('quiet', 'block.done', { time: times.dayLongAndClock(done.value.until) });
    onClose();
  };
  return (
    <Modal title={t('block.title')} onClose={onClose}>
      <p>{t('block.explain')}</p>
      <p className={styles['warning']}>{t('block.warning')}</p>
      <form className={styles['form']} onSubmit={(event) => void perform(event)}>
        <Choose
          label={t('block.for')}
          value={String(hours)}
          onChoose={(chosen) => setHours(BLOCK_HOURS.find((each) => String(each) === chosen) ?? hours)}
        >
          {BLOCK_HOURS.map((each) => (
            <option key={each} value={each}>
              {t('block.hours', { n: each })}
            </option>
          ))}
        </Choose>
        <TextField
          label={t('hand.reason')}
          hint={t('block.reason-hint')}
          value={reason}
          maxLength={300}
          autoFocus
          onChange={setReason}
        />
        <ModalFeet>
          <Button onPress={onClose}>{t('hand.cancel')}</Button>
          <Button look="grave" type="submit" isDisabled={given.length < 3}>
            {t('block.do')}
          </Button>
        </ModalFeet>
      </form>
    </Modal>
  );
};
