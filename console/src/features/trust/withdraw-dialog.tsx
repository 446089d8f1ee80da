import {
  type CertifiedIssuer,
  type KeysState,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from '@haven/shared/protocol/keys';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { FaultLine } from './fault-line';
import { RootWordsField } from './root-words';
import { type Hands, tellRoot, withdraw } from './trust-acts';
import styles from './trust.module.css';
import { useAct } from './use-trust';

type Props = {
  readonly keys: KeysState;
  readonly hands: Hands;
  readonly who: string;
  readonly serials: readonly string[];
  /** This browser's, where it certified all of it; null: the root's words are needed. */
  readonly issuer: CertifiedIssuer | null;
  readonly onClose: () => void;
};

export const WithdrawDialog = ({ keys, hands, who, serials, issuer, onClose }: Props) => {
  const { t } = useConsole();
  const [reason, setReason] = useState<WithdrawalReason>('lost');
  const [words, setWords] = useState('');
  const { busy, fault, run } = useAct();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      if (issuer !== null) return withdraw(hands, keys, { issuer }, serials, reason);
      const root = await tellRoot(hands, keys, words);
      return root.ok ? withdraw(hands, keys, { root: root.value }, serials, reason) : root;
    }).then((done) => {
      if (done) onClose();
    });
  };
  return (
    <Modal title={t('trust.withdraw.title', { who })} onClose={onClose} wide>
      <form className={styles['section']} autoComplete="off" onSubmit={submit}>
        <p>{t('trust.withdraw.what')}</p>
        <label className={styles['field']}>
          {t('trust.withdraw.reason')}
          <select
            value={reason}
            onChange={({ currentTarget: { value } }) => {
              const known = WITHDRAWAL_REASONS.find((each) => each === value);
              if (known !== undefined) setReason(known);
            }}
          >
            {WITHDRAWAL_REASONS.map((each) => (
              <option key={each} value={each}>
                {t(`trust.reason.${each}`)}
              </option>
            ))}
          </select>
        </label>
        {issuer === null && <RootWordsField value={words} onChange={setWords} />}
        <FaultLine fault={fault} />
        <ModalFeet>
          <Button look="quiet" onPress={onClose}>
            {t('trust.stop')}
          </Button>
          <Button type="submit" look="grave" isDisabled={busy}>
            {t('trust.withdraw')}
          </Button>
        </ModalFeet>
      </form>
    </Modal>
  );
};
