import { describe, expect, it } from 'vitest';
import { wrapUpForm } from './contact-record';

const FILLED_IN = { kind: 'facts', forWhom: null, topics: [], safety: 'green', actions: ['listened'] };
const isTaken = (form: unknown): boolean => wrapUpForm.safeParse(form).success;

describe('The form after a chat', () => {
  it('is taken when it says how safe it was and what was done, whatever else is open', () => {
    expect(isTaken(FILLED_IN)).toBe(true);
  });

  it('is left empty, also in part, only with a reason', () => {
    expect(isTaken({ ...FILLED_IN, safety: null })).toBe(false);
    expect(isTaken({ ...FILLED_IN, actions: [] })).toBe(false);
    expect(isTaken({ kind: 'skipped' })).toBe(false);
    expect(isTaken({ kind: 'skipped', reason: 'no-time' })).toBe(true);
  });
});
