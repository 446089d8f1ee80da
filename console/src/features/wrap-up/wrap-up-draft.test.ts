import { describe, expect, it } from 'vitest';
import { chat } from '../../testing/duty-desk';
import { CHOICES, choose, draftFrom, formOf, missingIn, type WrapUpDraft } from './wrap-up-draft';

/** Fatima presses these keys in the wrap-up of a chat that began with what its visitor tapped. */
const pressed = (keys: string, safety: WrapUpDraft['safety'] = null): WrapUpDraft => {
  let draft = draftFrom(chat(1, { safety }));
  for (const key of keys) {
    const choice = CHOICES.find((one) => one.key === key);
    if (choice !== undefined) draft = choose(draft, choice);
  }
  return draft;
};

describe('The form after a chat', () => {
  it('starts from what is known: two keys are enough', () => {
    expect(formOf(pressed('ok'))).toEqual({
      kind: 'facts',
      forWhom: 'myself',
      topics: ['safety'],
      safety: 'orange',
      actions: ['listened'],
    });
    expect(formOf(pressed('k', 'red'))).toMatchObject({ safety: 'red' });
  });

  it('is changed and taken back by the same key', () => {
    expect(pressed('1').forWhom).toBeNull();
    expect(pressed('2').forWhom).toBe('someone-else');
    expect(pressed('ab').topics).toEqual(['partner']);
    expect(pressed('kk').actions).toEqual([]);
    expect(pressed('vw').pause).toBe(20);
    expect(pressed('ww').pause).toBe(0);
  });

  it('is not sent while something is missing, unless a reason is given', () => {
    expect(missingIn(pressed(''))).toEqual(['safety', 'actions']);
    expect(missingIn(pressed('g'))).toEqual(['actions']);
    expect(formOf(pressed('g'))).toBeNull();
    expect(formOf(pressed('x'))).toEqual({ kind: 'skipped', reason: 'too-heavy' });
    // Who fills in after all has no reason any longer.
    expect(formOf(pressed('xgk'))).toMatchObject({ kind: 'facts' });
  });

  it('has one key for each choice, and one choice for each key', () => {
    const keys = CHOICES.map(({ key }) => key);
    expect(new Set(keys).size).toBe(CHOICES.length);
    expect(keys.every((key) => /^[a-z0-9]$/.test(key))).toBe(true);
  });
});
