import type { PayloadOf, ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { StaffAsk } from '@haven/shared/transport/staff-relay';
import { useCallback, useEffect, useState } from 'react';
import { noticeOf } from '../transport/notice-of';
import { askUntilAnswered } from './ask-until-answered';
import { useConsole, useSlice } from './console-context';

/**
 * What the server last answered, which stays until it answers the next question. Asked anew after every lost
 * connection, and again and again where the refusal may pass, which is told once. Null before the first answer, and
 * while there is nothing to ask; `isOld`: it answers another question than is asked now.
 */
export const useAsked = <E extends StaffAsk>(event: E, question: PayloadOf<StaffRequests, E> | null) => {
  const { actions, stores } = useConsole();
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const [answer, setAnswer] = useState<{
    readonly key: string;
    readonly value: ReplyOf<StaffRequests, E>;
  } | null>(null);
  const [looks, setLooks] = useState(0);
  const key = question === null ? null : JSON.stringify(question);
  useEffect(() => {
    if (key === null || connection !== 'up') return undefined;
    return askUntilAnswered(() => actions.ask(event, JSON.parse(key) as PayloadOf<StaffRequests, E>), {
      answered: (value) => setAnswer({ key, value }),
      refused: (error) => stores.notices.hold(noticeOf(error)),
    });
  }, [actions, stores, event, key, connection, looks]);
  return {
    value: key === null || answer === null ? null : answer.value,
    isOld: answer !== null && answer.key !== key,
    look: useCallback(() => setLooks((count) => count + 1), []),
  };
};
