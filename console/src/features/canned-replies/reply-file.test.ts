import type { CannedReply, ReplyChange, ReplyWording } from '@haven/shared/protocol/canned-replies';
import { LIMITS } from '@haven/shared/protocol/limits';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, parseReplyFile, planImport, replyFileOf } from './reply-file';
import { inPackets } from './write-replies';

const hallo = {
  shortcut: 'hallo',
  language: 'nl',
  title: 'Begroeting',
  text: 'Fijn dat je schrijft.',
} as const;
const veilig = { shortcut: 'veilig', language: 'nl', title: 'Veilig?', text: 'Ben je nu veilig?' } as const;
const file = (cannedReplies: unknown) => JSON.stringify({ cannedReplies });
const kept = (wording: ReplyWording, version = 1): CannedReply => ({
  id: `${wording.language}-${wording.shortcut}`,
  version,
  shelf: { kind: 'everyone' },
  ...wording,
});

describe('A file of canned replies', () => {
  it('is read as it was written, whatever the replies say', () => {
    const words = (maxLength: number) =>
      fc.string({ unit: 'grapheme', minLength: 1, maxLength }).map((text) => `“${text}”`);
    const replies = fc.uniqueArray(
      fc.record({
        shortcut: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
        language: fc.constantFrom('nl', 'en'),
        title: words(15),
        text: words(60),
      }),
      { minLength: 1, maxLength: 20, selector: ({ shortcut, language }) => `${language} ${shortcut}` },
    );
    fc.assert(
      fc.property(replies, (wordings) => {
        const parsed = parseReplyFile(replyFileOf(wordings.map((wording) => kept(wording))));
        expect(parsed).toEqual({ ok: true, value: wordings });
      }),
    );
  });

  it('may be a list alone, with a mark of its encoding, capitals and a slash', () => {
    const content = `\uFEFF${JSON.stringify([{ ...hallo, shortcut: '/Hallo ', id: 'mine' }])}`;
    expect(parseReplyFile(content)).toEqual({ ok: true, value: [hallo] });
  });

  it.each([
    ['is no JSON', 'shortcut;text', { kind: 'not-json' }],
    ['holds something else', '{"staff":[]}', { kind: 'not-replies' }],
    ['is a number', '3', { kind: 'not-replies' }],
    ['holds nothing', file([]), { kind: 'empty' }],
    ['holds too much', file(Array<unknown>(501).fill(hallo)), { kind: 'too-many', n: 501 }],
    ['has an entry that is none', file([hallo, null]), { kind: 'no-entry', entry: 2 }],
    ['lacks a shortcut', file([{ ...hallo, shortcut: ' ' }]), { kind: 'wrong', entry: 1, field: 'shortcut' }],
    ['has a shortcut that cannot be typed', file([{ ...hallo, shortcut: 'a b' }]), { field: 'shortcut' }],
    ['is in a language nobody reads', file([{ ...hallo, language: 'tlh' }]), { field: 'language' }],
    ['has a title that is a number', file([{ ...hallo, title: 3 }]), { field: 'title' }],
    ['says more than a message can', file([{ ...hallo, text: 'a'.repeat(4001) }]), { field: 'text' }],
    [
      'has a shortcut twice',
      file([hallo, veilig, { ...hallo, shortcut: 'HALLO', text: 'Dag.' }]),
      { kind: 'twice', entry: 3, before: 1, shortcut: 'hallo', language: 'nl' },
    ],
  ])('is refused when it %s', (_what, content, fault) => {
    expect(parseReplyFile(content)).toMatchObject({ ok: false, error: [fault] });
  });

  it('is refused with everything that is wrong with it', () => {
    const parsed = parseReplyFile(file([{ ...hallo, title: '', text: '' }, veilig, veilig]));
    expect(parsed.ok ? [] : parsed.error).toHaveLength(3);
  });
});

describe('What an import would do', () => {
  it('is said before it is done: added, changed, the same; nothing is taken away', () => {
    const present = [kept(hallo, 4), kept(veilig)];
    const dag = { ...hallo, shortcut: 'dag' };
    const plan = planImport(present, [{ ...hallo, text: 'Dag!' }, veilig, dag]);
    expect(plan).toEqual({
      added: [dag],
      changed: [{ before: present[0], after: { ...hallo, text: 'Dag!' } }],
      same: 1,
    });
    expect(changesOf(plan)).toEqual([
      { id: null, version: 0, wording: dag },
      { id: 'nl-hallo', version: 4, wording: { ...hallo, text: 'Dag!' } },
    ]);
  });

  it('goes in packets of which none is too large, in their order', () => {
    const change = fc
      .string({ unit: 'binary', minLength: 1, maxLength: LIMITS.textCharacters })
      .map((text): ReplyChange => ({ id: null, version: 0, wording: { ...hallo, text } }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30, size: 'max' }), (changes) => {
        const packets = inPackets(changes);
        expect(packets.flat()).toEqual(changes);
        const sizes = packets.map((packet) => JSON.stringify(packet).length);
        expect(Math.max(0, ...sizes)).toBeLessThan(LIMITS.packetBytes);
      }),
    );
  });
});
