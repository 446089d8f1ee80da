import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffId } from '../ids';
import type { Item } from '../protocol/content';
import { inPieces, itemOf } from './entry';
import { Timeline } from './timeline';

const sanne = 'sanne' as StaffId;
const from = (author: Item['author'], number: number, text = `${author} ${number}`): Item => ({
  author,
  number,
  at: number,
  text,
});
const texts = (timeline: Timeline): readonly string[] => timeline.entries.map(({ text }) => text);
const all = (): boolean => true;

test('at Sanne’s, what Noor writes goes before what Noor has not acknowledged', () => {
  const timeline = new Timeline(sanne);
  const first = timeline.write('sanne 1', 1, true);
  timeline.receive(from('visitor', 1));
  first.delivery = 'received';
  timeline.receive(from('visitor', 2));
  expect(texts(timeline)).toEqual(['visitor 1', 'sanne 1', 'visitor 2']);
});

test('a message is taken once, by its name', () => {
  const timeline = new Timeline(sanne);
  expect(timeline.receive(from('visitor', 1))).toBeDefined();
  expect(timeline.receive(from('visitor', 1, 'again'))).toBeUndefined();
  expect(texts(timeline)).toEqual(['visitor 1']);
});

test('a message that arrived and was then given another number is not shown again', () => {
  const timeline = new Timeline('visitor');
  timeline.receive({ author: sanne, number: 1, at: 7, text: 'Hallo' });
  expect(timeline.receive({ author: sanne, number: 2, at: 7, text: 'Hallo' })).toBeUndefined();
  expect(timeline.receive({ author: sanne, number: 3, at: 9, text: 'Hallo' })).toBeDefined();
  expect(timeline.highest(sanne)).toBe(3);
});

test('history takes over the order of the visitor’s client, wherever it stands', () => {
  const timeline = new Timeline(sanne);
  timeline.receive(from('visitor', 3));
  timeline.write('sanne 1', 1, true).delivery = 'received';
  timeline.write('sanne 2', 1, true);
  const fresh = timeline.merge(null, [
    from('visitor', 1),
    from('visitor', 2),
    from(sanne, 1, 'sanne 1'),
    from('visitor', 3),
  ]);
  expect(fresh.map(({ text }) => text)).toEqual(['visitor 1', 'visitor 2']);
  expect(texts(timeline)).toEqual(['visitor 1', 'visitor 2', 'sanne 1', 'visitor 3', 'sanne 2']);
});

test('what came back under its number is not sent a second time', () => {
  const timeline = new Timeline(sanne);
  timeline.write('arrived after all', 7, true);
  timeline.write('never arrived', 8, true);
  timeline.takeBackNumbers();
  expect(timeline.highest(sanne)).toBe(0);
  timeline.merge(null, [{ author: sanne, number: 1, at: 7, text: 'arrived after all' }]);
  timeline.numberDrafts();
  expect(timeline.items().map(({ id, text, delivery }) => [id, text, delivery])).toEqual([
    ['sanne:1', 'arrived after all', 'received'],
    ['sanne:2', 'never arrived', 'sending'],
  ]);
});

test('numbers that were given before are not given again', () => {
  const timeline = new Timeline(sanne);
  timeline.reserve(4);
  expect(timeline.write('five', 1, true).number).toBe(5);
  timeline.reserve(2);
  expect(timeline.write('six', 1, true).number).toBe(6);
});

test('somebody who holds part of it lacks everything from the first gap on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<Item['author']>('visitor', sanne, 'karim' as StaffId), { maxLength: 30 }),
      fc.nat(),
      (authors, held) => {
        const whole = new Timeline('visitor');
        for (const author of authors) {
          if (author === 'visitor') whole.write(`visitor ${whole.highest('visitor') + 1}`, 0, true);
          else whole.receive(from(author, whole.highest(author) + 1));
        }
        const part = new Timeline(sanne);
        part.merge(null, whole.entries.slice(0, held % (authors.length + 1)).map(itemOf));
        const missing = whole.missing(part.held(all), all);
        part.merge(missing.after, missing.entries.map(itemOf));
        expect(texts(part)).toEqual(texts(whole));
        expect(whole.missing(part.held(all), all).entries).toEqual([]);
        const fresh = new Timeline(sanne);
        fresh.merge(null, whole.missing(null, all).entries.map(itemOf));
        expect(texts(fresh)).toEqual(texts(whole));
      },
    ),
  );
});

test('pieces keep the order, leave nothing out and stay within their size', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 })), (sizes) => {
      const timeline = new Timeline('visitor');
      for (const size of sizes) timeline.write('x'.repeat(size), 0, true);
      const pieces = inPieces(timeline.entries, (item) => item.text.length, 100);
      expect(pieces.flat()).toEqual(timeline.entries);
      for (const piece of pieces) {
        expect(piece.reduce((sum, entry) => sum + entry.text.length + 1, 0)).toBeLessThanOrEqual(100);
      }
    }),
  );
});
