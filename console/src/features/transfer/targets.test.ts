import { staffId } from '@haven/shared/ids';
import { describe, expect, it } from 'vitest';
import { ALMERE, AMSTERDAM, bilal, chat, FATIMA, organisation, staff } from '../../testing/duty-desk';
import { deskTargets, mayTransfer, staffTargets } from './targets';

const anna = staff({ staffId: staffId.parse('anna'), displayName: 'Anna', languages: ['nl'], chats: 0 });
const dewi = staff({ staffId: staffId.parse('dewi'), displayName: 'Dewi', presence: 'pause', chats: 0 });
const everyone = [staff(), dewi, bilal({ chats: 3 }), anna];

describe('Whom to hand over to', () => {
  it('names those first who can take it and speak the language of the visitor, and never oneself', () => {
    const names = (language: 'nl' | 'en') =>
      staffTargets(
        [...everyone, bilal({ staffId: staffId.parse('els'), displayName: 'Els' })],
        FATIMA,
        language,
      ).map(({ staff: one, open }) => `${one.displayName}${open ? '' : ' (not now)'}`);
    expect(names('en')).toEqual(['Els', 'Anna', 'Bilal (not now)', 'Dewi (not now)']);
    expect(names('nl')).toEqual(['Anna', 'Els', 'Bilal (not now)', 'Dewi (not now)']);
  });

  it('lets a busy colleague be asked by name, for they have probably spoken', () => {
    const [target] = staffTargets([bilal({ presence: 'busy' })], FATIMA, 'nl');
    expect(target?.open).toBe(true);
  });

  it('counts at a desk only colleagues who are available and have a place', () => {
    const counts = deskTargets(organisation.desks, everyone, FATIMA).map(({ desk, available, open }) => [
      desk.id,
      available,
      open,
    ]);
    expect(counts).toEqual([
      [AMSTERDAM, 1, true],
      [ALMERE, 0, false],
    ]);
  });

  it('is not asked twice, nor after the end', () => {
    expect(mayTransfer(chat(1))).toBe(true);
    expect(mayTransfer(chat(1, { phase: 'transferring' }))).toBe(false);
    expect(mayTransfer(chat(1, { phase: 'ended' }))).toBe(false);
  });
});
