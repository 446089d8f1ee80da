import type { StaffChat } from '@haven/shared/protocol/chat';
import { CannedPanel } from '../canned-replies/canned-panel';
import { isMine } from '../consult/may-consult';
import { NotesPanel } from '../notes/notes-panel';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { Icon } from '../../ui/icon';
import { Section } from '../../ui/section';
import styles from './about-pane.module.css';
import { deskName, regionName } from './chat-words';
import { SafetyChoice } from './safety-choice';

const Facts = ({ chat }: { readonly chat: StaffChat }) => {
  const { stores, t, language, times } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const { answers, enteredAt, claimedAt } = chat;
  const facts: readonly (readonly [string, string])[] = [
    [t('about.region'), regionName(answers, organisation, t)],
    [t('about.desk'), deskName(chat.desk, organisation, language)],
    [t('about.language'), t(`language.${answers.language}`)],
    [t('about.for-whom'), answers.forWhom === null ? t('about.unknown') : t(`for-whom.${answers.forWhom}`)],
    [
      t('about.topics'),
      answers.topics.length === 0
        ? t('about.unknown')
        : answers.topics.map((topic) => t(`topic.${topic}`)).join(', '),
    ],
    [t('about.entered'), times.clock(enteredAt)],
    ...(claimedAt === null ? [] : [[t('about.waited'), formatWait(claimedAt - enteredAt)] as const]),
  ];
  return (
    <Section title={t('about.title')} id="about-title">
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

/** Where this part lies over the conversation, the way back to that. */
export const BackToChat = () => {
  const { stores, t } = useConsole();
  const close = () => {
    stores.view.aboutOut(false);
    stores.view.pane(stores.view.store.getState().open === null ? 'list' : 'chat');
  };
  return (
    <div className={styles['back']}>
      <Button look="plain" size="small" onPress={close}>
        <Icon name="back" />
        {t('pane.chat')}
      </Button>
    </div>
  );
};

/** What is known of the open chat, and what a counsellor needs beside it. */
export const AboutPane = ({ chat }: { readonly chat: StaffChat }) => {
  const { stores } = useConsole();
  const me = useSlice(stores.staff, ({ selfId }) => selfId);
  return (
    <div className={styles['pane']}>
      {isMine(chat, me) && <SafetyChoice chat={chat} />}
      <Facts chat={chat} />
      <NotesPanel chat={chat.chat} />
      {chat.phase !== 'ended' && <CannedPanel key={chat.chat} chat={chat} />}
    </div>
  );
};
