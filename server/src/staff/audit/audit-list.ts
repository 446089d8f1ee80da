import { ok } from '@haven/shared/result';
import { auditHead, auditPeople, listAudit } from '../../records/audit-log';
import type { StaffHandler } from '../connection';

export const auditList: StaffHandler<'audit:list'> = async ({ records: { db } }, _connection, filter) => {
  const [page, head, people] = await Promise.all([listAudit(db, filter), auditHead(db), auditPeople(db)]);
  return ok({ ...page, head, people });
};
