import type { ReplyShelf } from '@haven/shared/protocol/canned-replies';
import { err, ok, type Result } from '@haven/shared/result';
import { useId, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { FileFaults } from './file-faults';
import { ImportPreview } from './import-preview';
import { changesOf, type FileFault, parseReplyFile, planImport, REPLY_FILE_BYTES } from './reply-file';
import { parseReplyTable, type ReplyTable } from './reply-table';
import styles from './replies-page.module.css';
import { onShelf } from './shelves';
import { useShelfName } from './use-shelf';
import { writeReplies } from './write-replies';

type Read = {
  readonly isTable: boolean;
  readonly outcome: Result<ReplyTable, readonly FileFault[]>;
};

type ImportDialogProps = { readonly shelf: ReplyShelf; readonly onClose: () => void };

/** A file is chosen, what it would do is shown, and then all of it is done, or nothing. */
export const ImportDialog = ({ shelf, onClose }: ImportDialogProps) => {
  const { actions, stores, t } = useConsole();
  const nameOf = useShelfName();
  const id = useId();
  const present = onShelf(
    useSlice(stores.replies, ({ replies }) => replies),
    shelf,
  );
  const desks = useSlice(stores.desk, ({ organisation }) => organisation?.desks ?? []);
  const [read, setRead] = useState<Read | null>(null);
  const [isBusy, setBusy] = useState(false);
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    const isTable = file.name.toLowerCase().endsWith('.csv');
    const readNow = async (): Promise<Read['outcome']> => {
      if (file.size > REPLY_FILE_BYTES) return err([{ kind: 'too-large' }]);
      if (isTable) return parseReplyTable(await file.arrayBuffer(), shelf, { desks });
      const parsed = parseReplyFile(await file.text());
      return parsed.ok ? ok({ replies: parsed.value, elsewhere: 0 }) : parsed;
    };
    setRead({ isTable, outcome: await readNow() });
  };
  // From what is there now: a colleague may be changing it as well.
  const file = read?.outcome.ok === true ? read.outcome.value : null;
  const plan = file === null ? null : planImport(present, file.replies);
  const changes = plan === null ? [] : changesOf(plan);
  const perform = async () => {
    setBusy(true);
    const done = await writeReplies(actions.ask, shelf, changes);
    setBusy(false);
    if (!done.ok) return stores.notices.say('problem', noticeOf(done.error));
    stores.replies.changed({ upsert: done.value, remove: [] });
    stores.notices.say('quiet', 'replies.imported', { n: done.value.length });
    onClose();
  };
  return (
    <Modal title={t('replies.import-title', { where: nameOf(shelf) })} onClose={onClose} wide>
      <div className={styles['long']}>
        <label htmlFor={id}>{t('replies.file')}</label>
        <input
          id={id}
          type="file"
          accept=".json,.csv,application/json,text/csv"
          className={styles['file']}
          onChange={(event) => void open(event.currentTarget.files?.[0])}
        />
        <p className={styles['quiet']}>{t('replies.file-hint')}</p>
      </div>
      <div aria-live="polite" className={styles['outcome']}>
        {read?.outcome.ok === false && <FileFaults faults={read.outcome.error} isTable={read.isTable} />}
        {plan !== null && <ImportPreview plan={plan} />}
        {file !== null && file.elsewhere > 0 && (
          <p>{t('replies.elsewhere', { n: file.elsewhere, where: nameOf(shelf) })}</p>
        )}
      </div>
      <ModalFeet>
        <Button onPress={onClose}>{t('replies.cancel')}</Button>
        <Button look="main" isDisabled={changes.length === 0 || isBusy} onPress={() => void perform()}>
          {t('replies.do-import', { n: changes.length })}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
