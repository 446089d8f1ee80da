import type { DeskId } from '@haven/shared/ids';
import type { DeskHours } from '@haven/shared/protocol/desk-settings';
import type { DeskSetting } from '../../records/desk-settings';

/** What a desk has set, as it is shown. */
export function hoursRow(desk: DeskId, settings: readonly DeskSetting<'hours'>[]): DeskHours {
  const set = settings.find((each) => each.desk === desk);
  if (set === undefined) return { desk, version: 0, setBy: null, setAt: null, hours: null, previous: null };
  const { version, setBy, setAt, value, previous } = set;
  return { desk, version, setBy, setAt, hours: value, previous: previous && { hours: previous.value } };
}
