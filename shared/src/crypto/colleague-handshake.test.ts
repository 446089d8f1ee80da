import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hours } from '../units';
import type { TrustPolicy } from './chain';
import {
  colleagueAccept,
  colleagueConfirm,
  colleagueHello,
  type ColleagueIdentity,
  colleagueOffer,
} from './colleague-handshake';
import {
  chatKeyFromSeed,
  type LinkRole,
  staffConfirm,
  staffOffer,
  visitorAccept,
  visitorHello,
} from './handshake';
import { open, seal } from './link';
import { loadSodium } from './sodium';
import { flipped } from './testing/conversation';
import { deterministicRandom } from './testing/deterministic-random';
import {
  type Authority,
  authority,
  fatma,
  karim,
  must,
  NOON,
  ORGANISATION,
  sanne,
  type StaffMember,
  staffDevice,
} from './testing/organisation';
import { toUtf8 } from './utf8';

const sodium = await loadSodium();
const random = deterministicRandom(sodium, 'colleagues');
const haven = await authority(sodium, random);
const trust: TrustPolicy = { roots: [haven.root.publicKey], organisation: ORGANISATION, now: NOON };

const identity = async (
  member: StaffMember,
  by: Authority = haven,
  validity?: Parameters<typeof staffDevice>[4],
): Promise<ColleagueIdentity> => {
  const { chain, signer } = await staffDevice(sodium, by, member, random, validity);
  return { staffId: member.staffId, role: member.role as LinkRole, chain, sign: signer.sign };
};

const sannesTab = await identity(sanne);
const karimsTab = await identity(karim);
const opening = colleagueHello(sannesTab, { cid: random(16), to: karim.staffId, random });
const offered = must(await colleagueOffer(sodium, karimsTab, { hello: opening.hello, trust, random }));
const accepted = must(
  await colleagueAccept(sodium, sannesTab, { opening, offer: offered.frame, trust, random }),
);
const confirmed = must(colleagueConfirm(sodium, { answering: offered.state, accept: accepted.frame }));

const answers = async (hello: Uint8Array, policy = trust, who = karimsTab): Promise<string> => {
  const result = await colleagueOffer(sodium, who, { hello, trust: policy, random });
  return result.ok ? 'answered' : result.error;
};
const accepts = async (offer: Uint8Array, policy = trust): Promise<string> => {
  const result = await colleagueAccept(sodium, sannesTab, { opening, offer, trust: policy, random });
  return result.ok ? 'accepted' : result.error;
};
const confirms = (accept: Uint8Array): string => {
  const result = colleagueConfirm(sodium, { answering: offered.state, accept });
  return result.ok ? 'confirmed' : result.error;
};

describe('Sanne opens a link with Karim', () => {
  test('and each end knows the other by certificate, under one th', () => {
    expect(accepted.device).toMatchObject({ staffId: 'karim', displayName: 'Karim' });
    expect(confirmed.device).toMatchObject({ staffId: 'sanne', displayName: 'Sanne' });
    expect(confirmed.link.th).toEqual(accepted.link.th);
    const sent = seal(sodium, accepted.link, toUtf8('Heb je even?'), random);
    const read = must(open(sodium, confirmed.link, sent.frame));
    expect(read.plaintext).toEqual(toUtf8('Heb je even?'));
    const answer = seal(sodium, read.link, toUtf8('Ja.'), random);
    expect(must(open(sodium, sent.link, answer.frame)).plaintext).toEqual(toUtf8('Ja.'));
    expect(open(sodium, read.link, sent.frame)).toMatchObject({ error: 'duplicate-frame' });
  });

  test('with frames of the sizes the protocol states', () => {
    const { issuer, device } = sannesTab.chain;
    expect(opening.hello).toHaveLength(28 + 16 + 4 + 'karim'.length + 4 + issuer.length + 4 + device.length);
    expect(accepted.frame).toHaveLength(28 + 1120 + 32 + 64);
  });
});

describe('A relay that puts somebody else forward', () => {
  test('is refused for another root, another organisation, a date, a role', async () => {
    const stranger = await authority(sodium, random);
    const elsewhere = await identity(karim, stranger);
    const forged = must(
      await colleagueOffer(sodium, elsewhere, { hello: opening.hello, trust, random }),
    ).frame;
    expect(await accepts(forged)).toBe('unknown-root');
    expect(await accepts(offered.frame, { ...trust, organisation: 'Stichting Elders' })).toBe(
      'other-organisation',
    );
    expect(await accepts(offered.frame, { ...trust, now: NOON + hours(13) })).toBe('certificate-expired');
    const wilma = await identity({ ...karim, role: 'administrator' });
    const asAdministrator = { ...wilma, role: 'counsellor' as const };
    const made = must(await colleagueOffer(sodium, asAdministrator, { hello: opening.hello, trust, random }));
    expect(await accepts(made.frame)).toBe('other-role');
    expect(await answers(colleagueHello(wilma, { cid: random(16), to: karim.staffId, random }).hello)).toBe(
      'other-role',
    );
    expect(
      await answers(colleagueHello(elsewhere, { cid: random(16), to: karim.staffId, random }).hello),
    ).toBe('unknown-root');
  });

  test('is refused for another person: who answers, who is meant, who hears herself', async () => {
    const fatmasTab = await identity(fatma);
    // Fatma's own device would not answer what is meant for Karim; one that lies does.
    const lying = { ...fatmasTab, staffId: karim.staffId };
    const made = must(await colleagueOffer(sodium, lying, { hello: opening.hello, trust, random }));
    expect(await accepts(made.frame)).toBe('other-person');
    expect(await answers(opening.hello, trust, fatmasTab)).toBe('other-person');
    const toHerself = colleagueHello(karimsTab, { cid: random(16), to: karim.staffId, random });
    expect(await answers(toHerself.hello)).toBe('other-person');
  });

  test('is refused when it says an old offer, or an old accept, again', async () => {
    const again = colleagueHello(sannesTab, { cid: opening.cid, to: karim.staffId, random });
    const input = { opening: again, offer: offered.frame, trust, random };
    expect(await colleagueAccept(sodium, sannesTab, input)).toMatchObject({ error: 'bad-signature' });
    const anew = must(await colleagueOffer(sodium, karimsTab, { hello: opening.hello, trust, random }));
    expect(colleagueConfirm(sodium, { answering: anew.state, accept: accepted.frame })).toMatchObject({
      error: 'bad-signature',
    });
  });

  test('is refused for any byte that it flips', async () => {
    const at = (frame: Uint8Array) => fc.nat(frame.length - 1);
    await fc.assert(
      fc.asyncProperty(at(offered.frame), fc.nat(7), async (index, bit) => {
        expect(await accepts(flipped(offered.frame, index, bit))).not.toBe('accepted');
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(at(accepted.frame), fc.nat(7), (index, bit) => {
        expect(confirms(flipped(accepted.frame, index, bit))).not.toBe('confirmed');
      }),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(at(opening.hello), fc.nat(7), async (index, bit) => {
        const hello = flipped(opening.hello, index, bit);
        const made = await colleagueOffer(sodium, karimsTab, { hello, trust, random });
        // What can be flipped without being seen here is seen by Sanne, whose hello was another one.
        expect(made.ok ? await accepts(made.value.frame) : made.error).not.toBe('accepted');
      }),
      { numRuns: 150 },
    );
  });
});

describe('A handshake of one kind', () => {
  const chatKey = chatKeyFromSeed(sodium, random(32));
  const visitor = visitorHello(sodium, { cid: random(16), epoch: 1, chatKey, random });
  const toVisitor = async (hello: Uint8Array, cid: Uint8Array) =>
    staffOffer(sodium, { ...karimsTab, hello, random, cid, minimumEpoch: 1 });
  const expected = { staffId: 'karim' };

  test('is not taken for the other: a visitor takes no offer to a colleague, nor a colleague one to a visitor', async () => {
    const state = { ...visitor.state, cid: opening.cid, hello: opening.hello };
    const input = { ...trust, state, offer: offered.frame, expected, random };
    expect(visitorAccept(sodium, input)).toMatchObject({ error: 'bad-signature' });
    const offer = must(await toVisitor(visitor.frame, visitor.state.cid)).frame;
    const asOpening = { cid: visitor.state.cid, to: karim.staffId, hello: visitor.frame };
    const taken = await colleagueAccept(sodium, sannesTab, { opening: asOpening, offer, trust, random });
    expect(taken).toMatchObject({ error: 'bad-signature' });
  });

  test('does not even begin as the other', async () => {
    expect(await toVisitor(opening.hello, opening.cid)).toMatchObject({ error: 'malformed-frame' });
    expect(await answers(visitor.frame)).toBe('malformed-frame');
  });

  test('ends in no link of the other kind', async () => {
    const made = must(await toVisitor(visitor.frame, visitor.state.cid));
    const input = { ...trust, state: visitor.state, offer: made.frame, expected, random };
    const { frame } = must(visitorAccept(sodium, input));
    const answering = { ...offered.state, ...made.state };
    expect(colleagueConfirm(sodium, { answering, accept: frame })).toMatchObject({ error: 'bad-signature' });
    const state = { ...made.state, ...offered.state, epoch: 1, visitorPk: accepted.device.publicKey };
    expect(staffConfirm(sodium, { state, accept: accepted.frame })).toMatchObject({ error: 'bad-signature' });
  });
});
