import { ok } from '@haven/shared/result';
import { readDisplays } from '../../records/displays';
import type { StaffHandler } from '../connection';

const list: StaffHandler<'display:list'> = async ({ records, now }) => {
  const rows = await readDisplays(records.db, now());
  const displays = rows.map((row) => ({ ...row, linkUntil: row.seenAt === null ? row.linkUntil : null }));
  return ok({ displays, now: now() });
};

const make: StaffHandler<'display:make'> = async ({ displays }, { profile }, { name }) =>
  ok(await displays.make(profile.staffId, name));

/** Ending what has ended is done. */
const end: StaffHandler<'display:end'> = async ({ displays }, { profile }, { id }) => {
  await displays.end(profile.staffId, id);
  return ok({});
};

export const DISPLAY_HANDLERS = { 'display:list': list, 'display:make': make, 'display:end': end } as const;
