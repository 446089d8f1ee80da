import type { PayloadOf, ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { StaffAsk } from '@haven/shared/transport/staff-relay';
import { useCallback, useEffect, useState } from 'react';
import { askUntilAnswered } from '../../ui/ask-until-answered';
import { useConsole, useSlice } from '../../ui/console-context';

type Answer<T> = { readonly key: string; readonly value: T | null };

/**
 * What the server answers; asked again whenever the roster has changed, and where the refusal may pass. `failed` until an
 * answer comes.
 */
export const useAnswer = <E extends StaffAsk>(event: E, payload: PayloadOf<StaffRequests, E>) => {
  const { actions, stores } = useConsole();
  const revision = useSlice(stores.roster, (roster) => roster.revision);
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const [answer, setAnswer] = useState<Answer<ReplyOf<StaffRequests, E>> | null>(null);
  const [tries, setTries] = useState(0);
  const key = JSON.stringify(payload);
  useEffect(() => {
    return askUntilAnswered(() => actions.ask(event, JSON.parse(key) as PayloadOf<StaffRequests, E>), {
      answered: (value) => setAnswer({ key, value }),
      // What is shown stays where it cannot be asked for again now.
      refused: () => {
        setAnswer((known) => (known?.key === key ? known : { key, value: null }));
        return null;
      },
    });
  }, [actions, event, key, revision, connection, tries]);
  const isCurrent = answer?.key === key;
  return {
    value: isCurrent ? answer.value : null,
    failed: isCurrent && answer.value === null,
    again: useCallback(() => setTries((n) => n + 1), []),
  };
};
