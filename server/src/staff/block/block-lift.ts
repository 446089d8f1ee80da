import { err, ok } from '@haven/shared/result';
import { hours } from '@haven/shared/units';
import type { StaffHandler } from '../connection';

export const blockLift: StaffHandler<'block:lift'> = async ({ blocks, audit }, { profile }, { handle }) => {
  const lifted = await blocks.lift(handle);
  if (!lifted.ok) return lifted;
  if (lifted.value === null) return err('outdated');
  const { at, until } = lifted.value;
  const about = `${Math.round((until - at) / hours(1))} h`;
  await audit.append({ by: profile.staffId, act: 'block-lifted', about, reason: '' });
  return ok({});
};
