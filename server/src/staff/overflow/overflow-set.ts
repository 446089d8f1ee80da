import { overflowFault } from '@haven/shared/protocol/overflow';
import { err, ok } from '@haven/shared/result';
import { readDeskSettings } from '../../records/desk-settings';
import type { StaffHandler } from '../connection';
import { setForDesk } from '../set-for-desk';
import { overflowRow } from './rows';

export const overflowSet: StaffHandler<'overflow:set'> = async (
  edge,
  { profile },
  { desk, version, steps },
) => {
  const { desks } = edge.plan();
  const isKnown = (id: string) => desks.some((each) => each.id === id);
  const named = (steps ?? []).flatMap((step) => (step.does === 'reach-desks' ? step.desks : []));
  if (![desk, ...named].every(isKnown)) return err('unknown-desk');
  if (overflowFault(steps ?? []) !== null) return err('malformed');
  const by = profile.staffId;
  const change = { kind: 'overflow', desk, version, value: steps, by, at: edge.now() } as const;
  if (!(await setForDesk(edge.records.db, change))) return err('outdated');
  return ok(overflowRow(desk, await readDeskSettings(edge.records.db, 'overflow')));
};
