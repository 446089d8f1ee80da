import type { PayloadOf, ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { StaffAsk } from '@haven/shared/transport/staff-relay';
import { useCallback, useEffect, useState } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';

type Answer<T> = { readonly key: string; readonly value: T | null };

/** What the server answers; asked again whenever the roster has changed. `failed` until an answer comes. */
export const useAnswer = <E extends StaffAsk>(event: E, payload: PayloadOf<StaffRequests, E>) => {
  const { actions, stores } = useConsole();
  const revision = useSlice(stores.roster, (roster) => roster.revision);
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const [answer, setAnswer] = useState<Answer<ReplyOf<StaffRequests, E>> | null>(null);
  const [tries, setTries] = useState(0);
  const key = JSON.stringify(payload);
  useEffect(() => {
    let isOver = false;
    void actions.ask(event, JSON.parse(key) as PayloadOf<StaffRequests, E>).then((result) => {
      if (isOver) return;
      // What is shown stays where it cannot be asked for again now.
      if (result.ok) setAnswer({ key, value: result.value });
      else setAnswer((known) => (known?.key === key ? known : { key, value: null }));
    });
    return () => {
      isOver = true;
    };
  }, [actions, event, key, revision, connection, tries]);
  const isCurrent = answer?.key === key;
  return {
    value: isCurrent ? answer.value : null,
    failed: isCurrent && answer.value === null,
    again: useCallback(() => setTries((n) => n + 1), []),
  };
};
