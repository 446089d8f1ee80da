import { useEffect } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { askUntilAnswered } from '../../ui/ask-until-answered';
import { useConsole, useSlice } from '../../ui/console-context';

/** What the records hold, asked for again whenever something about the organisation has changed. */
export const useOrganisation = () => {
  const { actions, stores } = useConsole();
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const state = useSlice(stores.organisation, (all) => all);
  useEffect(() => {
    if (connection !== 'up') return undefined;
    return askUntilAnswered(() => actions.ask('organisation:look', {}), {
      answered: stores.organisation.told,
      refused: (error) => stores.notices.hold(noticeOf(error)),
    });
  }, [actions, stores, connection, organisation]);
  return state;
};
