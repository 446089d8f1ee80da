import type { PayloadOf, ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import type { StaffAsk } from '@haven/shared/transport/staff-relay';
import type { Milliseconds } from '@haven/shared/units';
import { useCallback, useEffect, useRef, useState } from 'react';
import { noticeOf } from '../transport/notice-of';
import { useConsole } from './console-context';

/** What asks for everything there is: their payloads are empty. */
type ListAsk = Extract<StaffAsk, 'block:list' | 'display:list' | 'people:list'>;

/**
 * A list that others change too: looked at again and again while it is shown. Null until the server has answered; that
 * it does not is told, once until it does again.
 */
export const useLook = <E extends ListAsk>(event: E, every: Milliseconds) => {
  const { actions, stores } = useConsole();
  const [seen, setSeen] = useState<ReplyOf<StaffRequests, E> | null>(null);
  const past = useRef<(() => void) | null>(null);
  const look = useCallback(async () => {
    const reply = await actions.ask(event, {} as PayloadOf<StaffRequests, E>);
    if (!reply.ok) {
      past.current ??= stores.notices.hold(noticeOf(reply.error));
      return;
    }
    past.current?.();
    past.current = null;
    setSeen(reply.value);
  }, [actions, stores, event]);
  useEffect(() => {
    const first = setTimeout(() => void look());
    const timer = setInterval(() => void look(), every);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look, every]);
  return { seen, look };
};
