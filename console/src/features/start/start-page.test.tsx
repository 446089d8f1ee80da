// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import { staff, waiting } from '../../testing/duty-desk';
import { show } from '../../testing/show';
import { DeskPage } from '../desk-page/desk-page';
import { DESK_PATH, pagesFor } from '../pages/pages';
import { QueueSummary } from '../queue/queue-summary';

it('is where an administrator arrives in place of the desk, which would offer her what she is refused', () => {
  const first = (role: Parameters<typeof pagesFor>[0]) =>
    pagesFor(role).filter(({ path }) => path === DESK_PATH);
  expect(first('administrator').map(({ title }) => title)).toEqual(['pages.start']);
  for (const role of ['counsellor', 'supervisor'] as const) {
    expect(first(role).map(({ Content }) => Content)).toEqual([DeskPage]);
  }
});

it('says to nobody that nobody waits who is not told who waits', () => {
  const { leave, stores, text } = show(<QueueSummary />);
  act(() => stores.queue.whole([waiting(1)]));
  expect(text()).toContain('1 bezoeker wacht');
  act(() => {
    stores.queue.whole([]);
    stores.staff.whole(staff({ role: 'administrator', version: 2 }), []);
  });
  expect(text()).toBe('');
  leave();
});
