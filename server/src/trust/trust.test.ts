import { toBase64Url } from '@haven/shared/crypto/bytes';
import { signerFromSeed } from '@haven/shared/crypto/certify';
import { emptyLog, verifyExtension } from '@haven/shared/crypto/key-log';
import { loadSodium } from '@haven/shared/crypto/sodium';
import { deterministicRandom } from '@haven/shared/crypto/testing/deterministic-random';
import { must, NOON, ORGANISATION } from '@haven/shared/crypto/testing/organisation';
import { createKeysDesk } from '@haven/shared/ceremony/keys-desk';
import { fromBase64Url } from '@haven/shared/crypto/bytes';
import type { DeskId, PublicKey, StaffId } from '@haven/shared/ids';
import { days } from '@haven/shared/units';
import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffProfile } from '../desk/records';
import type { KeyRecords } from './key-records';
import { keysState } from './keys-state';
import { memoryKeyRecords } from './testing/memory-key-records';
import { Trust } from './trust';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'trust');
const DEMONSTRATION = toBase64Url(random(32)) as PublicKey;

const person = (name: string, role: StaffProfile['role']): StaffProfile => ({
  staffId: name.toLowerCase() as StaffId,
  displayName: name,
  role,
  desks: ['general' as DeskId],
  languages: ['nl'],
});
const [sanne, karim, willem] = [
  person('Sanne', 'counsellor'),
  person('Karim', 'counsellor'),
  person('Willem', 'administrator'),
];

let now = NOON;
let records: KeyRecords;
let node: Trust;

const open = (roots: readonly PublicKey[] = [], demonstrationRoot: PublicKey | null = DEMONSTRATION) =>
  Trust.open({
    sodium,
    records,
    organisation: ORGANISATION,
    roots,
    demonstrationRoot,
    now: () => now,
    onFault: (_event, thrown) => {
      throw thrown;
    },
  });

/** Those who work here. */
let staff: ReadonlyMap<StaffId, StaffProfile>;

/** What somebody's console is told at her browser. */
const look = (person: StaffProfile, { key }: Pick<Browser, 'key'>) =>
  keysState(node, { organisation: ORGANISATION, staff }, { person, device: key }, now);

/** The browser of one person. */
const browser = () => {
  const [device, issuer] = [signerFromSeed(sodium, random(32)), signerFromSeed(sodium, random(32))];
  const kept = new Map<string, unknown>();
  const desk = createKeysDesk({
    sodium,
    random,
    now: () => now,
    device: async () => device,
    issuer: async () => issuer,
    memory: {
      read: async (name) => kept.get(name),
      write: async (name, value) => void kept.set(name, value),
    },
  });
  return { desk, key: toBase64Url(device.publicKey) as PublicKey, issuerKey: toBase64Url(issuer.publicKey) };
};
type Browser = ReturnType<typeof browser>;

/** Willem makes the root and his browser's issuer; nothing is in use yet. */
const begin = async ({ desk }: Browser) => {
  const { words, asked, publicKey } = await desk['make-root']({});
  await desk['prove-root']({ words: asked.map((number) => words[number - 1] ?? '') });
  const issuer = must(await desk['certify-issuer']({ organisation: ORGANISATION }));
  const root = publicKey as PublicKey;
  await node.noteRoot(root);
  must(await node.admit([{ kind: 'issuer', signed: issuer }]));
  return { root, issuer, words: words.join(' ') };
};

const claimsOf = ({ staffId, displayName, role }: StaffProfile) => ({
  organisation: ORGANISATION,
  staffId,
  displayName,
  role,
});

const certify = async (by: Browser, issuer: string, profile: StaffProfile, device: Browser) => {
  const { staffId, displayName, role } = profile;
  const people = [{ staffId, displayName, role, publicKey: device.key }];
  const [signed = ''] = must(await by.desk.certify({ issuer, people }));
  return { kind: 'device', signed } as const;
};

beforeEach(async () => {
  now = NOON;
  records = memoryKeyRecords();
  node = await open();
  staff = new Map([sanne, karim, willem].map((each) => [each.staffId, each]));
});

describe('the keys of an organisation', () => {
  test('are those of the demonstration until its own are in use, and never again afterwards', async () => {
    expect(node.demonstration).toBe(true);
    expect(node.roots).toEqual([DEMONSTRATION]);
    const { root } = await begin(browser());
    expect(node.roots).toEqual([DEMONSTRATION]);
    must(await node.useRoot({ publicKey: root, inUse: true }));
    expect(node.demonstration).toBe(false);
    expect(node.roots).toEqual([root]);
    expect(await node.useRoot({ publicKey: root, inUse: false })).toEqual({
      ok: false,
      error: 'keys-refused',
    });
    expect((await open()).demonstration).toBe(false);
  });

  test('a successor is told beside the root, and may then take its place', async () => {
    const { root } = await begin(browser());
    const next = await begin(browser());
    must(await node.useRoot({ publicKey: root, inUse: true }));
    must(await node.useRoot({ publicKey: next.root, inUse: true }));
    expect(node.roots).toEqual([root, next.root]);
    must(await node.useRoot({ publicKey: root, inUse: false }));
    expect(node.roots).toEqual([next.root]);
  });

  test('a successor made in the issuer’s own browser cuts nobody off, from the first step of the change to the last', async () => {
    const [willems, sannes] = [browser(), browser()];
    const { root, issuer } = await begin(willems);
    must(await node.useRoot({ publicKey: root, inUse: true }));
    must(await node.admit([await certify(willems, issuer, sanne, sannes)]));
    now += days(1);
    const next = await begin(willems);
    // Websites pin the first root alone, and for as long as it is in use.
    const underFirst = { chain: { issuer } };
    expect(node.chainOf(sanne, sannes.key)).toMatchObject(underFirst);
    must(await node.useRoot({ publicKey: next.root, inUse: true }));
    expect(node.chainOf(sanne, sannes.key)).toMatchObject(underFirst);
    must(await node.useRoot({ publicKey: root, inUse: false }));
    expect(node.chainOf(sanne, sannes.key)).toMatchObject({ chain: { issuer: next.issuer } });
  });

  test('roots that the configuration names stay, and there is no demonstration beside them', async () => {
    const { root } = await begin(browser());
    const fixed = await open([root], null);
    expect(fixed.demonstration).toBe(false);
    expect(fixed.roots).toEqual([root]);
    const next = await begin(browser());
    must(await fixed.useRoot({ publicKey: next.root, inUse: true }));
    expect(await fixed.useRoot({ publicKey: root, inUse: false })).toEqual({
      ok: false,
      error: 'keys-refused',
    });
  });

  test('reach every node', async () => {
    const other = await open();
    let told = 0;
    other.onChange(() => (told += 1));
    const { root } = await begin(browser());
    must(await node.useRoot({ publicKey: root, inUse: true }));
    await other.noteRoot(root);
    await expect.poll(() => other.roots).toEqual([root]);
    expect(other.ledger.head).toEqual(node.ledger.head);
    expect(told).toBeGreaterThan(0);
  });
});

describe('a device', () => {
  let [willems, sannes]: Browser[] = [];
  let begun: Awaited<ReturnType<typeof begin>>;
  const own = () => ({ willems: willems as Browser, sannes: sannes as Browser });
  beforeEach(async () => {
    [willems, sannes] = [browser(), browser()];
    begun = await begin(own().willems);
    must(await node.useRoot({ publicKey: begun.root, inUse: true }));
  });

  test('asks, is certified, and has its chain for a week', async () => {
    const { request } = await own().sannes.desk.enrol(claimsOf(sanne));
    must(await node.enrol(sanne, own().sannes.key, request));
    expect(node.requests).toMatchObject([{ staffId: 'sanne', request }]);
    expect(node.chainOf(sanne, own().sannes.key)).toBeNull();
    must(await node.admit([await certify(own().willems, begun.issuer, sanne, own().sannes)]));
    expect(node.requests).toEqual([]);
    const shown = node.chainOf(sanne, own().sannes.key);
    expect(shown).toMatchObject({ chain: { issuer: begun.issuer } });
    now = (shown?.until ?? 0) - 1;
    expect(node.chainOf(sanne, own().sannes.key)).not.toBeNull();
    now += 1;
    expect(node.chainOf(sanne, own().sannes.key)).toBeNull();
    expect(node.isWithdrawn(sanne, own().sannes.key)).toBe(false);
  });

  test('asks for itself and for whom it is signed in, and nobody else', async () => {
    const { request } = await own().sannes.desk.enrol(claimsOf(sanne));
    const karims = await own().sannes.desk.enrol(claimsOf(karim));
    const boss = await own().sannes.desk.enrol({ ...claimsOf(sanne), role: 'supervisor' });
    const refused = { ok: false, error: 'keys-refused' };
    expect(await node.enrol(karim, own().sannes.key, request)).toEqual(refused);
    expect(await node.enrol(sanne, own().willems.key, request)).toEqual(refused);
    expect(await node.enrol(sanne, own().sannes.key, karims.request)).toEqual(refused);
    expect(await node.enrol(sanne, own().sannes.key, boss.request)).toEqual(refused);
    expect(await node.enrol(sanne, own().sannes.key, `${request}A`)).toEqual({
      ok: false,
      error: 'malformed',
    });
  });

  test('that is withdrawn has no chain, until an issuer admits it again', async () => {
    must(await node.admit([await certify(own().willems, begun.issuer, sanne, own().sannes)]));
    const [shown] = look(willem, own().willems).devices;
    const withdrawal = {
      organisation: ORGANISATION,
      number: 1,
      serials: shown?.certificates.map(({ serial }) => serial) ?? [],
    };
    const list = must(await own().willems.desk.revoke({ issuer: begun.issuer, withdrawal }));
    must(await node.admit([{ kind: 'revocations', signed: list }]));
    expect(node.isWithdrawn(sanne, own().sannes.key)).toBe(true);
    expect(node.chainOf(sanne, own().sannes.key)).toBeNull();
    expect(node.ledger.signedLists).toEqual([list]);
    must(await node.admit([await certify(own().willems, begun.issuer, sanne, own().sannes)]));
    expect(node.isWithdrawn(sanne, own().sannes.key)).toBe(false);
    expect(node.chainOf(sanne, own().sannes.key)).not.toBeNull();
  });

  test('is hers alone and in her role, though a colleague signs in at the same browser', async () => {
    const { key } = own().sannes;
    must(await node.admit([await certify(own().willems, begun.issuer, sanne, own().sannes)]));
    expect(node.certifiedUntil(karim, key)).toBeNull();
    expect(node.chainOf({ ...sanne, role: 'supervisor' }, key)).toBeNull();
    now += days(1);
    must(await node.admit([await certify(own().willems, begun.issuer, karim, own().sannes)]));
    expect(look(willem, own().willems).devices).toMatchObject([
      { publicKey: key, staffId: 'sanne' },
      { publicKey: key, staffId: 'karim' },
    ]);
    expect(node.certifiedUntil(karim, key)).toBe((node.certifiedUntil(sanne, key) ?? 0) + days(1));
  });

  test('is to be renewed only while its person works here in that role', async () => {
    must(await node.admit([await certify(own().willems, begun.issuer, sanne, own().sannes)]));
    const serves = () => look(willem, own().willems).devices.map((each) => each.serves);
    expect(serves()).toEqual([true]);
    staff = new Map([[sanne.staffId, { ...sanne, role: 'supervisor' }]]);
    expect(serves()).toEqual([false]);
    staff = new Map();
    expect(serves()).toEqual([false]);
  });

  test('falls with its issuer, and nothing more is admitted from that one', async () => {
    must(await node.admit([await certify(own().willems, begun.issuer, sanne, own().sannes)]));
    const [issuer] = look(willem, own().willems).issuers;
    const ingrids = browser();
    await ingrids.desk['tell-root']({ words: begun.words });
    const withdrawal = { organisation: ORGANISATION, number: 1, serials: [issuer?.serial ?? ''] };
    const list = must(await ingrids.desk.revoke({ issuer: null, withdrawal }));
    must(await node.admit([{ kind: 'revocations', signed: list }]));
    expect(node.chainOf(sanne, own().sannes.key)).toBeNull();
    const more = await certify(own().willems, begun.issuer, karim, browser());
    expect(await node.admit([more])).toEqual({ ok: false, error: 'keys-refused' });

    // It is not shut out: she signs in, asks, and another issuer admits it.
    expect(node.isWithdrawn(sanne, own().sannes.key)).toBe(false);
    expect(look(sanne, own().sannes)).toMatchObject({ fallen: true });
    const { request } = await own().sannes.desk.enrol(claimsOf(sanne));
    must(await node.enrol(sanne, own().sannes.key, request));
    await ingrids.desk['tell-root']({ words: begun.words });
    const next = must(await ingrids.desk['certify-issuer']({ organisation: ORGANISATION }));
    must(await node.admit([{ kind: 'issuer', signed: next }]));
    must(await node.admit([await certify(ingrids, next, sanne, own().sannes)]));
    expect(node.chainOf(sanne, own().sannes.key)).toMatchObject({ chain: { issuer: next } });
    expect(look(sanne, own().sannes)).toMatchObject({ fallen: false });
  });

  test('nobody’s certificate is admitted that no noted root vouches for, or out of its time', async () => {
    const mallory = browser();
    await mallory.desk['tell-root']({ words: (await mallory.desk['make-root']({})).words.join(' ') });
    const foreign = must(await mallory.desk['certify-issuer']({ organisation: ORGANISATION }));
    const refused = { ok: false, error: 'keys-refused' };
    expect(await node.admit([{ kind: 'issuer', signed: foreign }])).toEqual(refused);
    expect(await node.admit([await certify(mallory, foreign, sanne, own().sannes)])).toEqual(refused);
    const good = await certify(own().willems, begun.issuer, sanne, own().sannes);
    now = NOON + days(8);
    expect(await node.admit([good])).toEqual(refused);
    expect(node.ledger.head.size).toBe(1);
  });

  test('a list with an older number, or the same, is refused; the very same again is no fault', async () => {
    const list = async (number: number, serials: readonly string[]) => {
      const withdrawal = { organisation: ORGANISATION, number, serials };
      const signed = must(await own().willems.desk.revoke({ issuer: begun.issuer, withdrawal }));
      return { kind: 'revocations', signed } as const;
    };
    const second = await list(2, ['00'.repeat(16)]);
    must(await node.admit([second]));
    must(await node.admit([second]));
    expect(await node.admit([await list(2, [])])).toEqual({ ok: false, error: 'keys-refused' });
    expect(await node.admit([await list(1, [])])).toEqual({ ok: false, error: 'keys-refused' });
    must(await node.admit([await list(3, [])]));
  });

  test('everything that was signed stands in a log that anybody can follow, also when two nodes sign at once', async () => {
    const other = await open();
    const devices = [browser(), browser(), browser(), browser()];
    const rows = await Promise.all(devices.map((each) => certify(own().willems, begun.issuer, sanne, each)));
    const admitted = await Promise.all(
      rows.map((row, index) => (index % 2 === 0 ? node : other).admit([row])),
    );
    for (const each of admitted) must(each);
    for (const each of [node, other]) {
      await expect.poll(() => each.ledger.head.size).toBe(5);
      const entries = each.entriesAfter(0).map((entry) => must(fromBase64Url(entry)));
      const added = must(verifyExtension(sodium, emptyLog(sodium, ORGANISATION), each.ledger.head, entries));
      expect(added.map(({ kind }) => kind)).toEqual(['issuer', 'device', 'device', 'device', 'device']);
    }
    expect(node.ledger.head).toEqual(other.ledger.head);
  });

  test('shows a counsellor what is her own, and an administrator everything', async () => {
    const karims = browser();
    must(await node.admit([await certify(own().willems, begun.issuer, sanne, own().sannes)]));
    must(await node.admit([await certify(own().willems, begun.issuer, karim, karims)]));
    const all = look(willem, own().willems);
    expect(all.devices.map(({ staffId }) => staffId)).toEqual(['sanne', 'karim']);
    expect(all.issuers).toMatchObject([{ withdrawn: false, root: begun.root }]);
    const hers = look(sanne, own().sannes);
    expect(hers.devices).toMatchObject([{ staffId: 'sanne', publicKey: own().sannes.key }]);
    expect(hers).toMatchObject({ issuers: [], requests: [], lists: [], chain: { issuer: begun.issuer } });
  });
});
