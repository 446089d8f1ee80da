import { expect, it } from 'vitest';
import { onto } from './written';

const early = { staffId: 'noor', from: '07:00', until: '15:00', regions: ['amsterdam'] };

it('keeps what was typed, and takes over what a colleague changed elsewhere', () => {
  const theirs = { ...early, staffId: 'karim', regions: ['amsterdam', 'zaanstad'] };
  expect(onto(early, theirs, { ...early, until: '16:00' })).toEqual({
    staffId: 'karim',
    from: '07:00',
    until: '16:00',
    regions: ['amsterdam', 'zaanstad'],
  });
});

it('keeps what was typed where both changed the same', () => {
  expect(onto(early, { ...early, until: '14:00' }, { ...early, until: '16:00' }).until).toBe('16:00');
});
