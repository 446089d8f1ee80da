// @vitest-environment happy-dom
import type { Debrief } from '@haven/shared/protocol/debrief';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { bilal, FATIMA, staff } from '../../testing/duty-desk';
import { show } from '../../testing/show';
import { DebriefStrip } from './debrief-strip';

const { staffId: BILAL } = bilal();
const of = (over: Partial<Debrief>): Debrief => ({
  staffId: BILAL,
  displayName: 'Bilal',
  day: '2026-11-24',
  takenBy: null,
  ...over,
});

describe('A request to talk about a chat', () => {
  it('reaches a supervisor, who takes it on and says when they have talked', () => {
    const { leave, stores, text } = show(<DebriefStrip />);
    act(() => stores.staff.changed([staff({ role: 'supervisor', version: 2 })]));
    act(() => stores.debriefs.whole([of({})]));
    expect(text()).toContain('Bilal vraagt om een nabespreking.');
    act(() => stores.debriefs.whole([of({ takenBy: { staffId: FATIMA, displayName: 'Fatima' } })]));
    expect(text()).toContain('Je bespreekt na met Bilal.');
    act(() => stores.debriefs.whole([of({ takenBy: { staffId: BILAL, displayName: 'Marieke' } })]));
    expect(text()).toBe('');
    leave();
  });

  it('tells whoever asked that somebody comes', () => {
    const { leave, stores, text } = show(<DebriefStrip />);
    const mine = { staffId: FATIMA, displayName: 'Fatima' };
    act(() => stores.debriefs.whole([of(mine)]));
    expect(text()).toContain('De coördinatoren zien het.');
    act(() => stores.debriefs.whole([of({ ...mine, takenBy: { staffId: BILAL, displayName: 'Bilal' } })]));
    expect(text()).toContain('Bilal bespreekt met je na.');
    leave();
  });
});
