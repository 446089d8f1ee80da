import { beforeEach, describe, expect, test } from 'vitest';
import { karim, sanne, type StaffMember } from '../crypto/testing/organisation';
import { loadSodium } from '../crypto/sodium';
import { LIMITS } from '../protocol/limits';
import { hours, minutes, seconds } from '../units';
import { Desks, type Tab } from './testing/two-desks';

const sodium = await loadSodium();

const QUESTION = 'Ken jij iemand bij de gemeente?';
const ANSWER = 'Ja, bel Els maar.';

describe('Sanne asks Karim something', () => {
  let desks: Desks;
  let [sannes, karims] = [] as unknown as [Tab, Tab];
  beforeEach(async () => {
    desks = await Desks.open(sodium, 'colleagues');
    [sannes, karims] = await desks.both();
  });

  const talk = async () => {
    sannes.say(karims, QUESTION);
    await desks.pass();
    karims.say(sannes, ANSWER);
    await desks.pass();
  };

  test('and he answers; both see it once, and that it arrived', async () => {
    await talk();
    expect(sannes.texts(karims)).toEqual([QUESTION, ANSWER]);
    expect(karims.texts(sannes)).toEqual([QUESTION, ANSWER]);
    expect(sannes.deliveries(karims)).toEqual(['received', null]);
    expect(karims.deliveries(sannes)).toEqual([null, 'received']);
    expect(sannes.view(karims)).toMatchObject({ displayName: 'Karim', fault: null, away: false });
    expect(karims.view(sannes)).toMatchObject({ displayName: 'Sanne', fault: null, away: false });
  });

  test('and both see the same six words', async () => {
    await talk();
    await expect.poll(() => [sannes, karims].map((tab) => tab.views.size)).toEqual([1, 1]);
    await expect.poll(() => sannes.view(karims)?.words).toHaveLength(6);
    await expect.poll(() => karims.view(sannes)?.words).toEqual(sannes.view(karims)?.words);
  });

  test('when he has nothing open: the text comes back, and it says that he is not there', async () => {
    desks.close(karims);
    sannes.say(karims, QUESTION);
    await desks.pass();
    expect(sannes.texts(karims)).toEqual([]);
    expect(sannes.refused).toMatchObject([{ text: QUESTION, reason: 'gone' }]);
    expect(sannes.view(karims)?.away).toBe(true);
    const again = await desks.seat(karim);
    sannes.say(again, QUESTION);
    await desks.pass();
    expect(again.texts(sannes)).toEqual([QUESTION]);
    expect(sannes.view(again)?.away).toBe(false);
  });

  test('in the tab that he opened last; who reloads goes on with a new link and without the old texts', async () => {
    const second = await desks.seat(karim);
    sannes.say(karims, QUESTION);
    await desks.pass();
    expect([karims.texts(sannes), second.texts(sannes)]).toEqual([[], [QUESTION]]);
    desks.close(second);
    sannes.say(karims, 'En heb je haar nummer?');
    await desks.pass();
    expect(karims.texts(sannes)).toEqual(['En heb je haar nummer?']);
    expect(sannes.deliveries(karims)).toEqual(['received', 'received']);
  });

  test('and both write first at the same moment', async () => {
    sannes.say(karims, QUESTION);
    karims.say(sannes, 'Lukt het?');
    await desks.pass();
    expect(sannes.texts(karims).toSorted()).toEqual([QUESTION, 'Lukt het?'].toSorted());
    expect(karims.texts(sannes).toSorted()).toEqual([QUESTION, 'Lukt het?'].toSorted());
    expect([...sannes.deliveries(karims), ...karims.deliveries(sannes)].filter(Boolean)).toEqual([
      'received',
      'received',
    ]);
  });

  test('more than a link carries, and after half an hour: on links of their own', async () => {
    for (let n = 0; n < 60; n += 1) {
      sannes.say(karims, `vraag ${n}`);
      await desks.pass();
    }
    const hellos = () => new Set(desks.carried.filter(({ seat }) => seat === null)).size;
    expect(hellos()).toBe(2);
    await desks.pass(minutes(31));
    sannes.say(karims, 'Ben je er nog?');
    await desks.pass();
    expect(hellos()).toBe(3);
    expect(karims.texts(sannes)).toHaveLength(61);
    expect(new Set(sannes.deliveries(karims))).toEqual(new Set(['received']));
  });

  test('and a text that was lost on the way is said again by itself, and shown once', async () => {
    await talk();
    let drop = 1;
    desks.lie = (packet) => (drop-- > 0 ? [] : [packet]);
    sannes.say(karims, 'Els wie?');
    await desks.pass();
    expect(karims.texts(sannes)).toEqual([QUESTION, ANSWER]);
    await desks.pass(seconds(20));
    expect(karims.texts(sannes)).toEqual([QUESTION, ANSWER, 'Els wie?']);
    // The acknowledgement is lost: the text comes twice, and is shown once.
    drop = 0;
    desks.lie = (packet) => (packet.from === karim.staffId && drop++ === 0 ? [] : [packet]);
    sannes.say(karims, 'Die van Wonen?');
    await desks.pass(seconds(20));
    expect(karims.texts(sannes)).toEqual([QUESTION, ANSWER, 'Els wie?', 'Die van Wonen?']);
    expect(sannes.deliveries(karims).at(-1)).toBe('received');
  });

  test('and when nothing comes through, she is told, and can say it again', async () => {
    desks.lie = () => [];
    sannes.say(karims, QUESTION);
    await desks.pass(minutes(1));
    expect(sannes.view(karims)).toMatchObject({ fault: 'no-answer', texts: [{ delivery: 'failed' }] });
    desks.lie = (packet) => [packet];
    const [text] = sannes.view(karims)?.texts ?? [];
    sannes.tell({ type: 'colleague-again', to: karims.staffId, id: text?.id ?? '' });
    await desks.pass();
    expect(karims.texts(sannes)).toEqual([QUESTION]);
    expect(sannes.view(karims)).toMatchObject({ fault: null, texts: [{ delivery: 'received' }] });
  });

  test('nothing, and too much: the page has it back', () => {
    sannes.say(karims, ' \n');
    sannes.say(karims, 'x'.repeat(LIMITS.textCharacters + 1));
    expect(sannes.refused.map(({ reason }) => reason)).toEqual(['empty', 'too-long']);
    expect(desks.carried).toEqual([]);
  });

  test('and the longest text fits into a frame', async () => {
    const longest = '€'.repeat(LIMITS.textCharacters);
    sannes.say(karims, longest);
    await desks.pass();
    expect(karims.texts(sannes)).toEqual([longest]);
    expect(Math.max(...desks.carried.map(({ frame }) => frame.length))).toBeLessThanOrEqual(
      LIMITS.frameCharacters,
    );
  });
});

describe('What was said is gone', () => {
  const meet = async (shiftEnd: number | null) => {
    const desks = await Desks.open(sodium, 'gone');
    const [sannes, karims] = await desks.both();
    if (shiftEnd !== null) sannes.tell({ type: 'shift', until: desks.now + shiftEnd });
    sannes.say(karims, QUESTION);
    await desks.pass();
    return { desks, sannes, karims };
  };

  test('half an hour after her shift; his stays until the end of his', async () => {
    const { desks, sannes, karims } = await meet(hours(1));
    await desks.pass(minutes(89));
    expect(sannes.texts(karims)).toEqual([QUESTION]);
    sannes.tell({ type: 'shift', until: null });
    await desks.pass(minutes(2));
    expect(sannes.texts(karims)).toEqual([]);
    expect(karims.texts(sannes)).toEqual([QUESTION]);
    await desks.pass(hours(11));
    expect(karims.texts(sannes)).toEqual([]);
  });

  test('and with it the keys: what comes next is a new conversation', async () => {
    const { desks, sannes, karims } = await meet(minutes(1));
    await desks.pass(minutes(32));
    karims.say(sannes, ANSWER);
    await desks.pass(seconds(1));
    expect(sannes.texts(karims)).toEqual([ANSWER]);
    expect(karims.deliveries(sannes)).toEqual([null, 'received']);
  });

  test('also when the clock of the device is put back', async () => {
    const { desks, sannes, karims } = await meet(hours(1));
    await desks.pass(minutes(1));
    desks.now -= hours(5);
    await desks.pass(minutes(91));
    expect(sannes.texts(karims)).toEqual([]);
  });
});

describe('An administrator', () => {
  test('has no part in it', async () => {
    const desks = await Desks.open(sodium, 'administrator');
    const wilma: StaffMember = { ...sanne, role: 'administrator' };
    const [hers, karims] = [await desks.seat(wilma), await desks.seat(karim)];
    hers.say(karims, QUESTION);
    await desks.pass(seconds(2));
    expect(desks.carried).toEqual([]);
    karims.say(hers, QUESTION);
    await desks.pass(seconds(20));
    expect(karims.deliveries(hers)).toEqual(['failed']);
  });
});
