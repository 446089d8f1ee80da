import { ok } from '@haven/shared/result';
import { lookAtDifference } from '../../roster/publish';
import { endingCertificates } from '../../trust/ending-certificates';
import { certifiedDevices } from '../../trust/keys-state';
import type { StaffHandler } from '../connection';
import { scopeOf } from './scope';

export const rosterDifference: StaffHandler<'roster:difference'> = async (edge) => {
  const { db, regions, staff } = scopeOf(edge);
  const { trust } = edge;
  const now = edge.now();
  return ok(
    await lookAtDifference(db, regions, staff, now, (draft) =>
      trust.demonstration
        ? []
        : endingCertificates(
            draft.filter(({ staffId }) => staff.has(staffId)),
            certifiedDevices(trust, edge.directory.current().staff, now),
            (device) => trust.chainOf(device, device.publicKey)?.until ?? null,
            now,
          ),
    ),
  );
};
