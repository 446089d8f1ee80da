import type { Person } from '@haven/shared/protocol/people';
import { seconds } from '@haven/shared/units';
import { useCallback, useEffect, useState } from 'react';
import { useConsole } from '../../ui/console-context';

/** A colleague may be waiting for a second person to confirm. */
const LOOK_EVERY = seconds(5);

/** Everybody who works here, as the server has it; null until it has said so. */
export const usePeople = () => {
  const { actions } = useConsole();
  const [people, setPeople] = useState<readonly Person[] | null>(null);
  const look = useCallback(async () => {
    const reply = await actions.ask('people:list', {});
    if (reply.ok) setPeople(reply.value.people);
  }, [actions]);
  useEffect(() => {
    const first = setTimeout(() => void look());
    const timer = setInterval(() => void look(), LOOK_EVERY);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look]);
  return { people, look };
};
