import { beforeEach, describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '../crypto/bytes';
import { type Signer, signerFromSeed } from '../crypto/certify';
import { verifyChain } from '../crypto/chain';
import { appendToLog, emptyLog, encodeLogEntry, type LogHead } from '../crypto/key-log';
import { verifyRevocations } from '../crypto/revocation-list';
import { loadSodium } from '../crypto/sodium';
import { deterministicRandom } from '../crypto/testing/deterministic-random';
import { must, NOON, ORGANISATION, sanne } from '../crypto/testing/organisation';
import type { StaffId } from '../ids';
import { days } from '../units';
import { createKeysDesk } from './keys-desk';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'ceremony');
const bytes = (text: string) => must(fromBase64Url(text));

/** A browser: its two keys and what it remembers. */
const browser = (now = () => NOON) => {
  const [device, issuer] = [signerFromSeed(sodium, random(32)), signerFromSeed(sodium, random(32))];
  const kept = new Map<string, unknown>();
  const desk = createKeysDesk({
    sodium,
    random,
    now,
    device: async () => device,
    issuer: async () => issuer,
    memory: {
      read: async (name) => kept.get(name),
      write: async (name, value) => void kept.set(name, value),
    },
  });
  return { desk, device, issuer };
};
type Browser = ReturnType<typeof browser>;

/** Willem, administrator, made a root, wrote it down and certified the issuer of his browser. */
const ceremony = async ({ desk }: Browser) => {
  const { words, asked, publicKey } = await desk['make-root']({});
  await desk['prove-root']({ words: asked.map((number) => words[number - 1] ?? '') });
  const issuer = must(await desk['certify-issuer']({ organisation: ORGANISATION }));
  await desk['forget-root']({});
  return { words: words.join(' '), root: publicKey, issuer };
};

const claims = { organisation: ORGANISATION, ...sanne };

describe('the ceremony', () => {
  let willem: Browser;
  beforeEach(() => {
    willem = browser();
  });

  test('from a root to a device that visitors trust', async () => {
    const { root, issuer } = await ceremony(willem);
    const sannes = browser();
    const { request, words } = await sannes.desk.enrol(claims);
    const [read] = await willem.desk['read-requests']({ requests: [request] });
    expect(read).toMatchObject({
      person: { ...claims, publicKey: toBase64Url(sannes.device.publicKey) },
      words,
    });
    const people = read?.person ? [read.person] : [];
    const [certificate = ''] = must(await willem.desk.certify({ issuer, people }));
    const chain = { issuer: bytes(issuer), device: bytes(certificate) };
    const trust = { roots: [bytes(root)], organisation: ORGANISATION, now: NOON };
    expect(must(verifyChain(sodium, chain, trust))).toMatchObject({
      ...sanne,
      publicKey: sannes.device.publicKey,
    });
    expect(verifyChain(sodium, chain, { ...trust, now: NOON + days(7) }).ok).toBe(false);
  });

  test('does not go on before the words were asked back and right', async () => {
    const { words, asked } = await willem.desk['make-root']({});
    const right = asked.map((number) => words[number - 1] ?? '');
    for (const wrong of [[], right.slice(1), [...right.slice(1), 'harbour'], right.toReversed()]) {
      expect(await willem.desk['prove-root']({ words: wrong })).toBe(false);
      expect(await willem.desk['certify-issuer']({ organisation: ORGANISATION })).toEqual({
        ok: false,
        error: 'no-root',
      });
    }
    expect(await willem.desk['prove-root']({ words: right.map((word) => ` ${word.toUpperCase()}`) })).toBe(
      true,
    );
    expect((await willem.desk['certify-issuer']({ organisation: ORGANISATION })).ok).toBe(true);
  });

  test('asks for words at different places', async () => {
    const places = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const { words, asked } = await willem.desk['make-root']({});
      expect(words).toHaveLength(24);
      expect(new Set(asked).size).toBe(4);
      expect(asked.every((number) => number >= 1 && number <= 24)).toBe(true);
      places.add(asked.join());
    }
    expect(places.size).toBeGreaterThan(10);
  });

  test('forgets the root: nothing is signed with it afterwards', async () => {
    await ceremony(willem);
    expect(await willem.desk['certify-issuer']({ organisation: ORGANISATION })).toEqual({
      ok: false,
      error: 'no-root',
    });
    const withdrawal = { organisation: ORGANISATION, number: 1, serials: [] };
    expect(await willem.desk.revoke({ issuer: null, withdrawal })).toEqual({ ok: false, error: 'no-root' });
  });

  test('a second issuer, and one after all were lost, needs nothing but the words', async () => {
    const { words, root } = await ceremony(willem);
    const ingrid = browser();
    const numbered = words
      .split(' ')
      .map((word, index) => `${index + 1}. ${word}`)
      .join('\n');
    expect(await ingrid.desk['tell-root']({ words: `${numbered} extra` })).toEqual({
      ok: false,
      error: 'wrong-words',
    });
    expect(await ingrid.desk['tell-root']({ words: numbered })).toEqual({ ok: true, value: root });
    const issuer = must(await ingrid.desk['certify-issuer']({ organisation: ORGANISATION }));
    const people = [{ ...sanne, publicKey: toBase64Url(random(32)) }];
    const [certificate = ''] = must(await ingrid.desk.certify({ issuer, people }));
    const chain = { issuer: bytes(issuer), device: bytes(certificate) };
    expect(
      verifyChain(sodium, chain, { roots: [bytes(root)], organisation: ORGANISATION, now: NOON }).ok,
    ).toBe(true);
    // Willem's browser does not hold Ingrid's key.
    expect(await willem.desk.certify({ issuer, people })).toEqual({ ok: false, error: 'not-this-issuer' });
  });

  test('withdraws a device by the issuer, and an issuer by the root', async () => {
    const { words, root, issuer } = await ceremony(willem);
    const trust = { roots: [bytes(root)], organisation: ORGANISATION, now: NOON };
    const withdrawal = { organisation: ORGANISATION, number: 3, serials: ['00'.repeat(16), 'ff'.repeat(16)] };
    const byIssuer = must(await willem.desk.revoke({ issuer, withdrawal }));
    expect(must(verifyRevocations(sodium, bytes(byIssuer), trust))).toMatchObject({
      number: 3,
      signer: 'issuer',
    });
    await willem.desk['tell-root']({ words });
    const byRoot = must(await willem.desk.revoke({ issuer: null, withdrawal }));
    expect(must(verifyRevocations(sodium, bytes(byRoot), trust)).serials).toEqual([
      new Uint8Array(16),
      new Uint8Array(16).fill(255),
    ]);
  });

  test('certifies nobody longer than the issuer holds, and refuses all where one is wrong', async () => {
    let now = NOON;
    const later = browser(() => now);
    const { root, issuer } = await ceremony(later);
    now = NOON + days(178);
    const person = { ...sanne, publicKey: toBase64Url(random(32)) };
    const [certificate = ''] = must(await later.desk.certify({ issuer, people: [person] }));
    const chain = { issuer: bytes(issuer), device: bytes(certificate) };
    const trust = { roots: [bytes(root)], organisation: ORGANISATION };
    expect(verifyChain(sodium, chain, { ...trust, now }).ok).toBe(true);
    expect(verifyChain(sodium, chain, { ...trust, now: NOON + days(181) }).ok).toBe(false);
    const people = [person, { ...person, displayName: ' ' }];
    expect(await later.desk.certify({ issuer, people })).toEqual({
      ok: false,
      error: 'malformed-certificate',
    });
  });

  test('a request that was changed on the way is none', async () => {
    const { request } = await browser().desk.enrol(claims);
    const [read] = await willem.desk['read-requests']({
      requests: [request.replace(/.$/, 'A'), 'haven-enrolment-1.AA'],
    });
    expect(read).toMatchObject({ person: null, words: [] });
  });
});

describe('the key log, as one browser sees it', () => {
  let willem: Browser;
  let sannes: Browser;
  let issuer = '';
  let entries: Uint8Array[] = [];
  beforeEach(async () => {
    [willem, sannes] = [browser(), browser()];
    issuer = (await ceremony(willem)).issuer;
    entries = [encodeLogEntry('issuer', bytes(issuer))];
  });

  const certified = async (device: Signer) => {
    const people = [{ ...sanne, publicKey: toBase64Url(device.publicKey) }];
    const [certificate = ''] = must(await willem.desk.certify({ issuer, people }));
    entries.push(encodeLogEntry('device', bytes(certificate)));
  };
  const headOf = (those: readonly Uint8Array[]): LogHead =>
    those.reduce((head, entry) => appendToLog(sodium, head, entry), emptyLog(sodium, ORGANISATION));
  const SANNE = { organisation: ORGANISATION, staffId: sanne.staffId };
  const follow = async (whole: readonly Uint8Array[], from?: number, reader = SANNE) => {
    const seen = from ?? (await sannes.desk['log-seen'](reader));
    const { size, hash } = headOf(whole);
    return sannes.desk['follow-log']({
      ...reader,
      entries: whole.slice(seen).map(toBase64Url),
      head: { size, hash: toBase64Url(hash) },
    });
  };

  test('grows, and is remembered', async () => {
    await certified(sannes.device);
    expect(await follow(entries)).toMatchObject({ size: 2, fault: null, strange: [] });
    await certified(sannes.device);
    expect(await follow(entries)).toMatchObject({ size: 3, fault: null, strange: [] });
  });

  test('of which an entry is gone, or another, is an alarm; what was seen stays', async () => {
    await certified(sannes.device);
    await certified(random32());
    const { words } = await follow(entries);
    expect(await follow(entries.slice(0, 2), 2)).toMatchObject({ size: 3, words, fault: 'log-shrunk' });
    const other = [...entries.slice(0, 2), ...entries.slice(1, 2), ...entries];
    expect(await follow(other)).toMatchObject({ size: 3, words, fault: 'log-forked' });
    expect(await follow(entries)).toMatchObject({ size: 3, words, fault: null });
  });

  test('names a device in her name that she does not know, until she says that it is hers', async () => {
    const phone = random32();
    await certified(phone);
    await certified(phone);
    const publicKey = toBase64Url(phone.publicKey);
    expect(await follow(entries)).toMatchObject({
      fault: null,
      strange: [{ publicKey, displayName: 'Sanne' }],
    });
    await sannes.desk['my-device']({ ...SANNE, publicKey });
    await certified(phone);
    expect((await follow(entries)).strange).toEqual([]);
  });

  test('names it at a browser that a colleague used before, and to her alone', async () => {
    const karim = { organisation: ORGANISATION, staffId: 'karim' as StaffId };
    const phone = random32();
    await certified(phone);
    expect(await follow(entries, undefined, karim)).toMatchObject({ size: 2, fault: null, strange: [] });
    const publicKey = toBase64Url(phone.publicKey);
    expect(await follow(entries)).toMatchObject({ size: 2, fault: null, strange: [{ publicKey }] });
    await sannes.desk['my-device']({ ...karim, publicKey });
    expect((await follow(entries)).strange).toHaveLength(1);
    expect((await follow(entries, undefined, karim)).strange).toEqual([]);
  });

  test('is compared with what a colleague has seen at the same browser', async () => {
    const karim = { organisation: ORGANISATION, staffId: 'karim' as StaffId };
    await certified(sannes.device);
    const { words } = await follow(entries);
    const [first = new Uint8Array(0)] = entries;
    expect(await follow([first], undefined, karim)).toMatchObject({ size: 2, words, fault: 'log-shrunk' });
    const other = await follow([first, first, ...entries], undefined, karim);
    expect(other).toMatchObject({ size: 2, words, fault: 'log-forked' });
    expect(await follow(entries, undefined, karim)).toMatchObject({ size: 2, words, fault: null });
  });

  const random32 = (): Signer => signerFromSeed(sodium, random(32));
});
