import type { StaffChat, TransferTarget } from '@haven/shared/protocol/chat';
import { LIMITS } from '@haven/shared/protocol/limits';
import { useState } from 'react';
import { chatCode } from '../chat/chat-code';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { TargetList, targetKey, useTargets } from './target-list';
import styles from './transfer-dialog.module.css';

type SummaryProps = { readonly value: string; readonly onChange: (text: string) => void };

const Summary = ({ value, onChange }: SummaryProps) => {
  const { t } = useConsole();
  const left = LIMITS.summaryCharacters - value.trim().length;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor="transfer-summary">
        {t('transfer.summary')}
      </label>
      <textarea
        id="transfer-summary"
        className={styles['text']}
        aria-describedby="transfer-summary-hint"
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p id="transfer-summary-hint" className={styles['quiet']}>
        {t('transfer.summary-hint')}{' '}
        {left < LIMITS.summaryCharacters / 4 && (
          <span className={classes(left < 0 && styles['too-long'])}>
            {left < 0 ? t('composer.too-long', { n: -left }) : t('composer.left', { n: left })}
          </span>
        )}
      </p>
    </div>
  );
};

export const TransferDialog = ({ chat }: { readonly chat: StaffChat }) => {
  const { actions, stores, t } = useConsole();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [summary, setSummary] = useState(stores.transfers.read(chat.chat).summary ?? '');
  const targets = useTargets(chat, query);
  const target = targets.find((one) => targetKey(one) === chosen && one.open);
  const text = summary.trim();
  const close = () => stores.view.dialog(null);

  const ask = async () => {
    if (target === undefined) return;
    const wire: TransferTarget =
      target.kind === 'staff'
        ? { kind: 'staff', staffId: target.staff.staffId }
        : { kind: 'desk', desk: target.desk.id };
    // Stays open when it was refused: the summary is not typed twice.
    if (await actions.askTransfer(chat.chat, wire, text === '' ? null : text)) close();
  };

  return (
    <Modal title={t('transfer.title', { code: chatCode(chat.chat) })} onClose={close}>
      <div className={styles['field']}>
        <input
          type="search"
          className={styles['search']}
          aria-label={t('transfer.search')}
          placeholder={t('transfer.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <TargetList targets={targets} chosen={chosen} onChoose={setChosen} />
      </div>
      <Summary value={summary} onChange={setSummary} />
      <ModalFeet>
        <Button onPress={close}>{t('transfer.cancel')}</Button>
        <Button
          look="main"
          isDisabled={target === undefined || text.length > LIMITS.summaryCharacters}
          onPress={() => void ask()}
        >
          {t('transfer.ask')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
