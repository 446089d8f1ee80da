import type { ChatId } from '@haven/shared/ids';
import { useConsole, useSlice } from '../../ui/console-context';
import { FOCUS } from '../../ui/focus-marks';
import { Section } from '../../ui/section';
import { chatCode } from '../chat/chat-code';
import styles from '../chat/about-pane.module.css';

/** Notes to oneself. They are never sent or stored, and die with the chat. */
export const NotesPanel = ({ chat }: { readonly chat: ChatId }) => {
  const { stores, t } = useConsole();
  const text = useSlice(stores.notes, ({ texts }) => texts.get(chat) ?? '');
  return (
    <Section title={t('notes.title')} id="notes-title">
      <textarea
        {...FOCUS.notes}
        className={styles['notes']}
        aria-label={t('notes.label', { code: chatCode(chat) })}
        aria-describedby="notes-hint"
        // Some browsers send what they check to their maker.
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => stores.notes.write(chat, event.currentTarget.value)}
      />
      <p id="notes-hint" className={styles['quiet']}>
        {t('notes.hint')}
      </p>
    </Section>
  );
};
