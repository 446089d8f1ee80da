import { may } from '@haven/shared/protocol/permissions';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { AboutPane, BackToChat } from '../chat/about-pane';
import { useOpenChat } from '../chat/use-chat';
import { selfOf } from '../presence/staff-store';
import { ColleagueList } from './colleague-list';
import { ColleagueTalk } from './colleague-talk';
import styles from './colleagues.module.css';

/** Beside the conversation: what is known of the chat and who is at the desk, or the words with one of them. */
export const AboutColumn = () => {
  const { stores } = useConsole();
  const chat = useOpenChat();
  const self = useSlice(stores.staff, selfOf);
  const open = useSlice(stores.colleagues, (colleagues) => colleagues.open);
  const takesPart = self !== null && may(self.role, 'colleague:send');
  if (takesPart && open !== null) {
    return (
      <div className={styles['column']}>
        <BackToChat />
        <ColleagueTalk staffId={open} />
      </div>
    );
  }
  return (
    <div className={classes(styles['column'], styles['whole'])}>
      <BackToChat />
      {chat !== null && <AboutPane chat={chat} />}
      {takesPart && <ColleagueList />}
    </div>
  );
};
