import { auditList } from './audit-list';

export const AUDIT_HANDLERS = { 'audit:list': auditList } as const;
