import { overflowFault, USUAL_OVERFLOW } from '@haven/shared/protocol/overflow';
import { err, ok } from '@haven/shared/result';
import { previewOf } from '../../desk/preview';
import type { StaffHandler } from '../connection';

/** Nothing is set by it. */
export const overflowPreview: StaffHandler<'overflow:preview'> = async (
  { plan, directory },
  _connection,
  { region, language, at, desk, steps },
) => {
  if (overflowFault(steps ?? []) !== null) return err('malformed');
  const now = plan();
  const asIf = { ...now, overflow: { ...now.overflow, [desk]: steps ?? USUAL_OVERFLOW } };
  return ok(previewOf(asIf, directory.current().staff.values(), { region, language, at }));
};
