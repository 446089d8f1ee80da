import { useEffect } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { useConsole, useSlice } from '../../ui/console-context';

/** What the records hold, asked for again whenever something about the organisation has changed. */
export const useOrganisation = () => {
  const { actions, stores } = useConsole();
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const state = useSlice(stores.organisation, (all) => all);
  useEffect(() => {
    if (connection !== 'up') return undefined;
    let isOld = false;
    void actions.ask('organisation:look', {}).then((answer) => {
      if (isOld) return;
      if (answer.ok) stores.organisation.told(answer.value);
      else stores.notices.say('problem', noticeOf(answer.error));
    });
    return () => {
      isOld = true;
    };
  }, [actions, stores, connection, organisation]);
  return state;
};
