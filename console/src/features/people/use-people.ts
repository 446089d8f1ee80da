import { seconds } from '@haven/shared/units';
import { useLook } from '../../ui/use-look';

/** A colleague may be waiting for a second person to confirm. */
const LOOK_EVERY = seconds(5);

/** Everybody who works here, as the server has it; null until it has said so. */
export const usePeople = () => {
  const { seen, look } = useLook('people:list', LOOK_EVERY);
  return { people: seen?.people ?? null, look };
};
