import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { days, hours } from '@haven/shared/units';
import { afterAll, describe, expect, test } from 'vitest';
import { clearUp, laptopOf, NOON, ORGANISATION, Table, wordsOn } from './testing/ceremony';

afterAll(clearUp);

/** A table at which the root and the issuer were made. */
const prepared = async (issuerDays = '180'): Promise<{ table: Table; words: string }> => {
  const table = new Table();
  const words = wordsOn((await table.run(['root'])).said);
  await table.run(['issuer-key']);
  const made = await table.run(['issuer', '--organisation', ORGANISATION, '--days', issuerDays], [words]);
  expect(made.refused).toBeUndefined();
  return { table, words };
};
const chainFile = (table: Table): string =>
  join(table.folder, table.files().find((n) => n.endsWith('.chain')) ?? '');

describe('the ceremony', () => {
  test('leads from 24 words to a device whose chain says who uses it', async () => {
    const { table } = await prepared();
    const sanne = await laptopOf('sanne', 'Sanne');
    const certified = await table.run(['device', '--request', sanne.request], [sanne.words.toUpperCase()]);
    expect(certified.refused).toBeUndefined();
    expect(certified.said).toContain('Sanne (sanne) asks to be a counsellor of Stichting De Haven.');
    expect(certified.said).toContain('Certified until 2026-03-09 11:00 UTC');
    const verified = await table.run(['verify', '--chain', chainFile(table), '--organisation', ORGANISATION]);
    expect(verified.said).toMatch(
      /^Sanne \(sanne\), counsellor of Stichting De Haven, until 2026-03-09 11:00 UTC\.\nSerial [0-9a-f]{32}\.$/,
    );
    const asText = await table.run([
      'verify',
      '--chain',
      table.content(chainFile(table).slice(table.folder.length + 1)),
    ]);
    expect(asText.said).toBe(verified.said);
  });

  test('keeps every file to its owner, and the root in none', async () => {
    const { table, words } = await prepared();
    expect(table.files()).toEqual(['issuer.cert', 'issuer.key', 'issuer.pub', 'root.pub']);
    expect(table.files().map((name) => table.mode(name))).toEqual([0o600, 0o600, 0o600, 0o600]);
    expect(table.mode('.')).toBe(0o700);
    for (const word of words.split(' ')) {
      for (const name of table.files()) expect(table.content(name).split(/[^a-z]/)).not.toContain(word);
    }
  });

  test('never writes over a file, and asks for no words before it knows that', async () => {
    const { table, words } = await prepared();
    const before = table.files().map((name) => table.content(name));
    for (const args of [['root'], ['issuer-key'], ['issuer', '--organisation', ORGANISATION]]) {
      const again = await table.run(args, [words]);
      expect(again.refused).toMatch(/exists already and is not written over/);
      expect(again.asked).toEqual([]);
      expect(again.said).toBe('');
    }
    expect(table.files().map((name) => table.content(name))).toEqual(before);
  });

  test('hides the words while they are typed, and knows them with or without their numbers', async () => {
    const { table, words } = await prepared();
    const numbered = words
      .split(' ')
      .map((word, index) => `${index + 1} ${word}`)
      .join('  ');
    const checked = await table.run(['check-root'], [numbered]);
    expect(checked.said).toBe(`The words are right: they are those of ${table.content('root.pub')}.`);
    expect(checked.asked).toEqual([{ question: 'The 24 words of the root: ', hidden: true }]);
  });

  test('certifies an issuer whose key was made elsewhere', async () => {
    const elsewhere = new Table();
    await elsewhere.run(['issuer-key']);
    const table = new Table();
    const words = wordsOn((await table.run(['root'])).said);
    const key = elsewhere.content('issuer.pub');
    const made = await table.run(
      ['issuer', '--organisation', ORGANISATION, '--public-key', key, '--days', '30'],
      [words],
    );
    expect(made.said).toContain('has an issuer until 2026-04-01 11:00 UTC');
    for (const name of ['issuer.cert', 'root.pub']) {
      writeFileSync(join(elsewhere.folder, name), table.content(name));
    }
    const karim = await laptopOf('karim', 'Karim');
    expect(
      (await elsewhere.run(['device', '--request', karim.request], [karim.words])).refused,
    ).toBeUndefined();
  });

  test('withdraws a lost laptop, and each list has the next number', async () => {
    const { table } = await prepared();
    const sanne = await laptopOf('sanne', 'Sanne');
    const { said } = await table.run(['device', '--request', sanne.request], [sanne.words]);
    const serial = /serial ([0-9a-f]{32})/.exec(said)?.[1] ?? '';
    const verify = ['verify', '--chain', chainFile(table), '--revocations'];
    await table.run(['revoke', '--serial', 'ab'.repeat(16)]);
    expect((await table.run(['revoke', '--serial', serial, '--serial', 'ab'.repeat(16)])).said).toContain(
      'List 2 revokes 2 devices',
    );
    const list = (number: number) => join(table.folder, `revocations-${number}.list`);
    expect((await table.run([...verify, list(1)])).refused).toBeUndefined();
    expect((await table.run([...verify, list(2)])).refused).toBe(
      'The chain does not hold: it was revoked (certificate-revoked).',
    );
  });

  test('lets the root withdraw an issuer, and with it every device', async () => {
    const { table, words } = await prepared();
    const sanne = await laptopOf('sanne', 'Sanne');
    await table.run(['device', '--request', sanne.request], [sanne.words]);
    const revoke = ['revoke-issuer', '--certificate', join(table.folder, 'issuer.cert')];
    expect((await table.run(revoke, ['not the words'])).refused).toMatch(/not the 24 words/);
    expect((await table.run(revoke, [words])).said).toContain('List 1 of the root revokes one issuer');
    const list = join(table.folder, 'root-revocations-1.list');
    expect((await table.run(['verify', '--chain', chainFile(table), '--revocations', list])).refused).toMatch(
      /it was revoked \(certificate-revoked\)/,
    );
    expect((await table.run(['revoke-issuer'])).refused).toBe('--certificate is missing.');
    expect((await table.run(['revoke-issuer', '--certificate', 'abc'])).refused).toMatch(
      /no issuer's certificate/,
    );
  });

  test('gives no device a longer life than its issuer has left', async () => {
    const { table } = await prepared('3');
    const sanne = await laptopOf('sanne', 'Sanne');
    const { said } = await table.run(['device', '--request', sanne.request], [sanne.words]);
    expect(said).toContain('Certified until 2026-03-05 11:00 UTC');
  });
});

describe('verifying', () => {
  test('refuses as a visitor would, and says why', async () => {
    const { table } = await prepared();
    const sanne = await laptopOf('sanne', 'Sanne');
    await table.run(['device', '--request', sanne.request, '--days', '2'], [sanne.words]);
    const chain = ['verify', '--chain', chainFile(table)];
    const stranger = new Table();
    await stranger.run(['root']);
    const strange = stranger.content('root.pub');
    const cases: [string[], RegExp][] = [
      [['--root', strange], /certified by another root \(unknown-root\)/],
      [['--root', `-${strange.slice(1)}`], /certified by another root \(unknown-root\)/],
      [['--root', `--${strange.slice(2)}`], /certified by another root \(unknown-root\)/],
      [['--organisation', 'Een Andere Stichting'], /for another organisation \(other-organisation\)/],
      [['--at', '2026-03-05T00:00:00Z'], /no longer valid \(certificate-expired\)/],
      [['--at', '2026-03-01T00:00:00Z'], /not valid yet \(certificate-not-yet-valid\)/],
      [['--at', 'tomorrow'], /--at must be a moment such as/],
      [['--root', 'abc'], /--root is not a public key/],
      [['--revocations', chainFile(table)], /neither a revocation list nor a file/],
    ];
    for (const [more, reason] of cases)
      expect((await table.run([...chain, ...more])).refused).toMatch(reason);
    expect(
      (await table.run([...chain, '--root', strange, '--root', table.content('root.pub')])).refused,
    ).toBeUndefined();
    expect((await table.run(['verify', '--chain', 'haven-chain-1.AA'])).refused).toMatch(/neither a chain/);
  });
});

describe('a mistake is refused with a sentence, before anything is written:', () => {
  test('wrong words, or those of another root', async () => {
    const { table, words } = await prepared();
    const other = wordsOn((await new Table().run(['root'])).said);
    for (const [typed, reason] of [
      [words.split(' ').toReversed().join(' '), /not the 24 words of a root/],
      [words.split(' ').slice(1).join(' '), /not the 24 words of a root/],
      ['', /not the 24 words of a root/],
      [other, /the words of another root/],
    ] as const) {
      expect((await table.run(['check-root'], [typed])).refused).toMatch(reason);
    }
  });

  test('four words that are not those of the request, as when it was swapped on the way', async () => {
    const { table } = await prepared();
    const [sanne, intruder] = [await laptopOf('sanne', 'Sanne'), await laptopOf('sanne', 'Sanne')];
    const before = table.files();
    const swapped = await table.run(['device', '--request', intruder.request], [sanne.words]);
    expect(swapped.refused).toMatch(/may have been changed on the way/);
    const silent = await table.run(['device', '--request', sanne.request], []);
    expect(silent.refused).toMatch(/may have been changed on the way/);
    expect(swapped.said).not.toContain(intruder.words);
    expect(table.files()).toEqual(before);
  });

  test('a request for another organisation, or one that is not whole', async () => {
    const { table } = await prepared();
    const elsewhere = await laptopOf('sanne', 'Sanne', 'counsellor', 'Een Andere Stichting');
    expect((await table.run(['device', '--request', elsewhere.request])).refused).toMatch(
      /this issuer certifies for/,
    );
    expect((await table.run(['device', '--request', elsewhere.request.slice(0, -2)])).refused).toMatch(
      /not whole/,
    );
  });

  test('an issuer that is missing, expired, or for another key', async () => {
    const sanne = await laptopOf('sanne', 'Sanne');
    const device = ['device', '--request', sanne.request];
    const empty = new Table();
    expect((await empty.run(device)).refused).toMatch(/issuer\.key is missing: make it with/);
    expect((await empty.run(['issuer', '--organisation', ORGANISATION])).refused).toMatch(
      /issuer\.pub is missing/,
    );
    const { table } = await prepared('3');
    table.now = NOON + days(4);
    expect((await table.run(device, [sanne.words])).refused).toMatch(
      /no longer valid \(certificate-expired\)/,
    );
    table.now = NOON - hours(2);
    expect((await table.run(device, [sanne.words])).refused).toMatch(/not valid yet/);
    table.now = NOON;
    const other = new Table();
    await other.run(['issuer-key']);
    writeFileSync(join(table.folder, 'issuer.key'), other.content('issuer.key'));
    expect((await table.run(device, [sanne.words])).refused).toMatch(
      /for another key than the one beside it/,
    );
    writeFileSync(join(table.folder, 'issuer.key'), 'nonsense');
    expect((await table.run(device, [sanne.words])).refused).toMatch(/holds no issuer's key/);
  });

  test('a validity that is too long, none, or no number', async () => {
    const { table } = await prepared();
    const sanne = await laptopOf('sanne', 'Sanne');
    for (const count of ['0', '8', '-1', '2.5', 'week']) {
      const refused = (
        await table.run(['device', '--request', sanne.request, `--days=${count}`], [sanne.words])
      ).refused;
      expect(refused).toMatch(/--days must be a whole number from 1 to 7/);
    }
  });

  test('a name that a certificate may not carry', async () => {
    const table = new Table();
    const words = wordsOn((await table.run(['root'])).said);
    await table.run(['issuer-key']);
    const made = await table.run(['issuer', '--organisation', 'De\u200bHaven'], [words]);
    expect(made.refused).toMatch(/a name in it is not allowed \(malformed-certificate\)/);
    expect(table.files()).not.toContain('issuer.cert');
  });

  test('a command or an option that does not exist, or belongs to another command', async () => {
    const table = new Table();
    expect((await table.run([])).refused).toMatch(/Which command\?[^]*npm run keys/);
    expect((await table.run(['roots'])).refused).toMatch(/There is no command "roots"/);
    expect((await table.run(['toString'])).refused).toMatch(/There is no command "toString"/);
    expect((await table.run(['root', 'now'])).refused).toMatch(/There is no command "root now"/);
    expect((await table.run(['root', '--days', '3'])).refused).toBe('`keys root` takes no --days.');
    expect((await table.run(['root', '--force'])).refused).toMatch(/--force/);
    expect((await table.run(['device'])).refused).toBe('--request is missing.');
    expect((await table.run(['revoke'])).refused).toBeDefined();
    expect((await table.run(['help'])).said).toMatch(/npm run keys/);
  });
});
