import type { DeskId } from '@haven/shared/ids';
import type { DeskOverflow } from '@haven/shared/protocol/desk-settings';
import type { DeskSetting } from '../../records/desk-settings';

/** What a desk has set, as it is shown. */
export function overflowRow(desk: DeskId, settings: readonly DeskSetting<'overflow'>[]): DeskOverflow {
  const set = settings.find((each) => each.desk === desk);
  if (set === undefined) return { desk, version: 0, setBy: null, setAt: null, steps: null, previous: null };
  const { version, setBy, setAt, value, previous } = set;
  const steps = value && [...value];
  return {
    desk,
    version,
    setBy,
    setAt,
    steps,
    previous: previous && { steps: previous.value && [...previous.value] },
  };
}
