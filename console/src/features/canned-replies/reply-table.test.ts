import { deskId } from '@haven/shared/ids';
import type { CannedReply, ReplyShelf, ReplyWording } from '@haven/shared/protocol/canned-replies';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReplyTable, replyTableOf } from './reply-table';

const amsterdam: ReplyShelf = { kind: 'desk', desk: deskId.parse('amsterdam') };
const desks = ['amsterdam', 'almere'].map((id) => ({
  id: deskId.parse(id),
  name: { nl: `Bureau ${id}`, en: `${id} desk` },
  regions: [],
}));
const hallo = { shortcut: 'hallo', language: 'nl', title: 'Dag', text: 'Fijn dat je schrijft.' } as const;
const kept = (wording: ReplyWording, shelf = amsterdam): CannedReply => ({
  id: `${wording.language}-${wording.shortcut}`,
  version: 1,
  shelf,
  ...wording,
});
const parse = (content: string | Uint8Array<ArrayBuffer>, shelf: ReplyShelf = amsterdam) =>
  parseReplyTable(
    typeof content === 'string' ? new TextEncoder().encode(content).buffer : content.buffer,
    shelf,
    { desks },
  );
const HEAD = 'shelf,language,shortcut,title,text';

describe('A table of canned replies', () => {
  it('is read as it was written, whatever the replies say', async () => {
    const words = (maxLength: number) =>
      fc
        .tuple(
          fc.constantFrom('', "'", "''", '=', "'=", '-', '@', '+'),
          fc.string({ unit: 'grapheme', maxLength }),
        )
        .map(([first, more]) => `${first}${more}.`.replaceAll('\r', '').trim());
    const replies = fc.uniqueArray(
      fc.record({
        shortcut: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
        language: fc.constantFrom('nl', 'en'),
        title: words(15),
        text: words(60),
      }),
      { minLength: 1, maxLength: 20, selector: ({ shortcut, language }) => `${language} ${shortcut}` },
    );
    await fc.assert(
      fc.asyncProperty(replies, fc.constantFrom('nl', 'en'), async (wordings, reader) => {
        const all = wordings.map((wording) => kept(wording));
        const parsed = await parse(replyTableOf(all, reader));
        expect(parsed).toEqual({ ok: true, value: { replies: wordings, elsewhere: 0 } });
      }),
    );
  });

  it('runs nothing in a spreadsheet', () => {
    const replies = [kept({ ...hallo, title: '=1+1', text: '-2' }), kept({ ...hallo, text: "'@A1" })];
    const table = replyTableOf(replies, 'en');
    expect(table).toContain(`"'=1+1","'-2"`);
    expect(table).toContain(`"''@A1"`);
  });

  it('may come from a spreadsheet with semicolons, its columns in any order, empty rows, and lines within a cell', async () => {
    const rows = ['Text;Title;Language;Shortcut;Remark', '"Eén,\r\n""twee""";Dag;NL;/Hallo;x', ';;;;', ''];
    expect(await parse(`\uFEFF${rows.join('\r\n')}`)).toEqual({
      ok: true,
      value: { replies: [{ ...hallo, text: 'Eén,\n"twee"' }], elsewhere: 0 },
    });
  });

  it('may be of all shelves: each takes its own rows, and those that name none', async () => {
    const row = (shelf: string, shortcut: string) => `${shelf},nl,${shortcut},Dag,Dag`;
    const table = [
      HEAD,
      row('amsterdam', 'a'),
      row('Bureau Almere', 'b'),
      row('', 'c'),
      row('own', 'd'),
    ].join('\n');
    const of = async (shelf: ReplyShelf) => {
      const parsed = await parse(table, shelf);
      return parsed.ok
        ? [parsed.value.replies.map(({ shortcut }) => shortcut), parsed.value.elsewhere]
        : null;
    };
    expect(await of(amsterdam)).toEqual([['a', 'c'], 2]);
    expect(await of({ kind: 'desk', desk: deskId.parse('almere') })).toEqual([['b', 'c'], 2]);
    expect(await of({ kind: 'own' })).toEqual([['c', 'd'], 2]);
    expect(await of({ kind: 'everyone' })).toEqual([['c'], 3]);
  });

  const good = 'amsterdam,nl,hallo,Dag,Dag';
  it.each([
    ['holds nothing', HEAD, [{ kind: 'empty' }]],
    ['has no such columns', 'language,shortcut\nnl,hallo', [{ column: 'title' }, { column: 'text' }]],
    ['is another kind of file', '{"cannedReplies":[]}', [{ kind: 'no-column' }, {}, {}, {}]],
    [
      'has a wrong row',
      `${HEAD}\n${good}\n\namsterdam,de,dag,,Dag`,
      [
        { kind: 'wrong', entry: 4, field: 'language' },
        { kind: 'wrong', entry: 4, field: 'title' },
      ],
    ],
    ['has a row too short', `${HEAD}\namsterdam,nl,dag`, [{ field: 'title' }, { entry: 2, field: 'text' }]],
    ['has a shortcut twice', `${HEAD}\n${good}\n${good}`, [{ kind: 'twice', entry: 3, before: 2 }]],
    [
      'names a desk that is not there',
      `${HEAD}\n${good}\nUtrecht,nl,a,A,A`,
      [{ kind: 'no-shelf', entry: 3, shelf: 'Utrecht' }],
    ],
    ['is of other shelves alone', `${HEAD}\nalmere,nl,a,A,A`, [{ kind: 'elsewhere', n: 1 }]],
    ['does not close a quotation mark', `${HEAD}\n${good}\nown,nl,a,A,"A`, [{ kind: 'quotes', entry: 3 }]],
    ['has too much', [HEAD, ...Array<string>(501).fill(good)].join('\n'), [{ kind: 'too-many', n: 501 }]],
  ])('is refused, whole, when it %s', async (_what, content, faults) => {
    expect(await parse(content)).toMatchObject({ ok: false, error: faults });
  });

  it('is refused in an encoding in which accents would be lost', async () => {
    const latin = new Uint8Array([...new TextEncoder().encode(`${HEAD}\nown,nl,een,E`), 0xe9]);
    expect(await parse(latin)).toEqual({ ok: false, error: [{ kind: 'not-utf8' }] });
  });
});
