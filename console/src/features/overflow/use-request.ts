import { useMemo } from 'react';
import { noticeOf } from '../../transport/notice-of';
import type { Ask } from '../../transport/desk-actions';
import { useConsole } from '../../ui/console-context';

/** Asks, and says what the server refused; null then. */
export const useRequest = () => {
  const { actions, stores } = useConsole();
  return useMemo(() => {
    const request = async <E extends Parameters<Ask>[0]>(
      event: E,
      payload: Parameters<typeof actions.ask<E>>[1],
    ) => {
      const reply = await actions.ask(event, payload);
      if (reply.ok) return reply.value;
      stores.notices.say('problem', noticeOf(reply.error));
      return null;
    };
    return request;
  }, [actions, stores]);
};
