import type { CannedReply, ReplyShelf, ReplyWording } from '@haven/shared/protocol/canned-replies';
import { LANGUAGES } from '@haven/shared/protocol/organisation';
import { type FormEvent, useId, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { TextField } from '../../ui/text-field';
import { Choice } from '../settings/setting-controls';
import { Meanwhile } from '../../ui/meanwhile';
import { tidy, wrongFields } from './reply-wording';
import styles from './replies-page.module.css';
import { onShelf } from './shelves';
import { useShelfName } from './use-shelf';
import { writeReplies } from './write-replies';

type ReplyDialogProps = {
  readonly shelf: ReplyShelf;
  /** null: a new one. */
  readonly opened: CannedReply | null;
  readonly onClose: () => void;
};

const wordingOf = ({ shortcut, language, title, text }: ReplyWording): ReplyWording => ({
  shortcut,
  language,
  title,
  text,
});

export const ReplyDialog = ({ shelf, opened, onClose }: ReplyDialogProps) => {
  const { actions, stores, t, language } = useConsole();
  const nameOf = useShelfName();
  const textId = useId();
  const others = onShelf(
    useSlice(stores.replies, ({ replies }) => replies),
    shelf,
  );
  /** The version that whoever writes has seen; null: none is there. */
  const [seen, setSeen] = useState(opened);
  const [given, setGiven] = useState<ReplyWording>(() =>
    wordingOf(opened ?? { shortcut: '', language, title: '', text: '' }),
  );
  const change = (part: Partial<ReplyWording>) => setGiven((before) => ({ ...before, ...part }));
  const present = seen === null ? null : (others.find(({ id }) => id === seen.id) ?? null);
  const isOld = seen !== null && present?.version !== seen.version;

  const wording = tidy(given);
  const wrong = wrongFields(wording);
  const taken = others.some(
    (other) =>
      other.id !== seen?.id && other.shortcut === wording.shortcut && other.language === wording.language,
  );
  const fault = (() => {
    if (taken) return t('replies.fault.taken');
    const first = wrong.find((field) => given[field].trim() !== '');
    return first === undefined ? null : t(`replies.fault.${first}`);
  })();
  const isGood = wrong.length === 0 && !taken && !isOld;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isGood) return;
    const { id, version } = seen ?? { id: null, version: 0 };
    const done = await writeReplies(actions.ask, shelf, [{ id, version, wording }]);
    if (!done.ok) return stores.notices.say('problem', noticeOf(done.error));
    stores.replies.changed({ upsert: done.value, remove: [] });
    onClose();
  };
  return (
    <Modal
      title={t(opened === null ? 'replies.new-title' : 'replies.change-title', { where: nameOf(shelf) })}
      onClose={onClose}
      wide
    >
      <form className={styles['form']} onSubmit={(event) => void save(event)}>
        {isOld && (
          <Meanwhile
            says={
              present === null ? null : (
                <blockquote className={styles['text']} lang={present.language} dir="auto">
                  <strong>
                    {present.title} /{present.shortcut}
                  </strong>
                  {`\n${present.text}`}
                </blockquote>
              )
            }
            onTheirs={() => {
              if (present === null) return;
              setSeen(present);
              setGiven(wordingOf(present));
            }}
            onGoOn={() => setSeen(present)}
          />
        )}
        <TextField
          label={t('replies.title')}
          value={given.title}
          maxLength={80}
          autoFocus
          onChange={(title) => change({ title })}
        />
        <TextField
          label={t('replies.shortcut')}
          hint={t('replies.shortcut-hint')}
          value={given.shortcut}
          maxLength={33}
          onChange={(shortcut) => change({ shortcut })}
        />
        <Choice
          label={t('replies.language')}
          values={LANGUAGES}
          value={given.language}
          nameOf={(each) => t(`language.${each}`)}
          onChange={(each) => change({ language: each })}
        />
        <div className={styles['long']}>
          <label htmlFor={textId}>{t('replies.text')}</label>
          <textarea
            id={textId}
            rows={6}
            dir="auto"
            lang={given.language}
            // Some browsers send what they check to their maker.
            spellCheck={false}
            autoComplete="off"
            value={given.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <p className={styles['quiet']}>{t('replies.text-hint')}</p>
        </div>
        <p role="status" className={styles['fault']}>
          {fault}
        </p>
        <ModalFeet>
          <Button onPress={onClose}>{t('replies.cancel')}</Button>
          <Button look="main" type="submit" isDisabled={!isGood}>
            {t('replies.save')}
          </Button>
        </ModalFeet>
      </form>
    </Modal>
  );
};
