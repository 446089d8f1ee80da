import type { SeatId } from '@haven/shared/ids';
import { minutes } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import {
  ALMERE,
  BILAL,
  chat,
  chatState,
  FATIMA,
  ME,
  NIGHT,
  OTHER_TAB,
  secure,
} from '../../testing/duty-desk';
import { chatStatus, mayWrite } from './chat-status';
import { isHere, isOrphan } from './take-over';

const [mine] = chat(1).members;
const held = (seat: SeatId | null) => [{ ...mine!, seat }];

describe('What a chat is for this tab', () => {
  it('is secure once the link is, and can be written in', () => {
    const status = chatStatus(chat(1), chatState(1), ME);
    expect(status).toEqual({ kind: 'secure' });
    expect(mayWrite(status)).toBe(true);
  });

  it('is linking before, and restoring while the history comes back; typing goes on', () => {
    const linking = chatStatus(chat(1), chatState(1, { link: { ...secure, state: 'linking' } }), ME);
    expect(linking).toEqual({ kind: 'linking' });
    expect(chatStatus(chat(1), undefined, ME)).toEqual({ kind: 'linking' });
    const restoring = chatStatus(chat(1), chatState(1, { restoring: true }), ME);
    expect(restoring).toEqual({ kind: 'restoring' });
    expect([linking, restoring].map(mayWrite)).toEqual([true, true]);
  });

  it('is elsewhere while another tab holds it, and taken over when that tab is gone', () => {
    const elsewhere = chat(1, { members: held(OTHER_TAB) });
    expect(chatStatus(elsewhere, undefined, ME)).toEqual({ kind: 'elsewhere' });
    expect(mayWrite({ kind: 'elsewhere' })).toBe(false);
    expect(isOrphan(elsewhere, FATIMA)).toBe(false);
    const orphan = chat(1, { members: held(null) });
    expect(chatStatus(orphan, undefined, ME)).toEqual({ kind: 'taking-over' });
    expect(isOrphan(orphan, FATIMA)).toBe(true);
    expect(isOrphan(chat(1, { members: held(null), phase: 'ended' }), FATIMA)).toBe(false);
    expect([chat(1), elsewhere, orphan].map((one) => isHere(one, ME))).toEqual([true, false, false]);
  });

  it('says since when the visitor is without connection', () => {
    const lost = chat(1, { visitorLostSince: NIGHT - minutes(1) });
    expect(chatStatus(lost, chatState(1), ME)).toEqual({ kind: 'visitor-lost', since: NIGHT - minutes(1) });
  });

  it('names a fault that keeps the link from being made, and closes the composer when somebody must act', () => {
    const fault = (of: 'not-vouched-for' | 'no-answer') =>
      chatStatus(chat(1), chatState(1, { link: { ...secure, state: 'broken', fault: of } }), ME);
    expect(fault('not-vouched-for')).toEqual({ kind: 'fault', fault: 'not-vouched-for' });
    expect(mayWrite(fault('not-vouched-for'))).toBe(false);
    expect(mayWrite(fault('no-answer'))).toBe(true);
  });

  it('stays secure when something altered was refused on a link that goes on', () => {
    const refused = chatState(1, { link: { ...secure, fault: 'altered' } });
    expect(chatStatus(chat(1), refused, ME)).toEqual({ kind: 'secure' });
  });

  it('waits for the visitor to choose, for whom a colleague hands it to', () => {
    const incoming = chat(1, {
      phase: 'transferring',
      members: [{ ...mine!, role: 'incoming', epoch: null }],
    });
    expect(chatStatus(incoming, undefined, ME)).toEqual({ kind: 'incoming', linking: false });
  });

  it('tells to whom Fatima hands it over', () => {
    const transfer = {
      target: { kind: 'desk', desk: ALMERE },
      state: 'ringing',
      to: BILAL,
      toDisplayName: 'Bilal',
    } as const;
    const status = chatStatus(chat(1, { phase: 'transferring', transfer }), chatState(1), ME);
    expect(status).toEqual({ kind: 'handing-over', transfer });
    expect(mayWrite(status)).toBe(true);
  });

  it('is over before anything else, with the reason', () => {
    const ended = chat(1, {
      phase: 'ended',
      endReason: 'emergency-exit',
      wrapUpUntil: NIGHT + minutes(5),
      visitorLostSince: NIGHT,
    });
    const status = chatStatus(ended, chatState(1), ME);
    expect(status).toEqual({ kind: 'ended', reason: 'emergency-exit', wrapUpUntil: NIGHT + minutes(5) });
    expect(mayWrite(status)).toBe(false);
  });
});
