import { appendAudit } from '../records/audit-log';
import type { Db } from '../records/database';
import { type DeskSettingChange, type DeskSettingKind, writeDeskSetting } from '../records/desk-settings';

const ACTS = { overflow: 'overflow-set', hours: 'hours-set' } as const;

/** With its entry in the audit log, or not at all. False: somebody else has set it meanwhile. */
export const setForDesk = <K extends DeskSettingKind>(
  db: Db,
  change: DeskSettingChange<K>,
): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await writeDeskSetting(tx, change))) return false;
    const { kind, desk, by, at } = change;
    await appendAudit(tx, { at, by, act: ACTS[kind], about: desk, reason: '' });
    return true;
  });
