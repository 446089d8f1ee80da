import { expect, test } from 'vitest';
import { chatKeyFromSeed, staffConfirm, staffOffer, visitorAccept, visitorHello } from './handshake';
import { open, seal } from './link';
import { loadSodium } from './sodium';
import { authority, must, NOON, ORGANISATION, sanne, staffDevice } from './testing/organisation';
import { deterministicRandom } from './testing/deterministic-random';
import { toUtf8 } from './utf8';

const sodium = await loadSodium();

test('a visitor and Sanne agree on a link and talk both ways', async () => {
  const random = deterministicRandom(sodium, 'both ways');
  const desk = await authority(sodium, random);
  const device = await staffDevice(sodium, desk, sanne, random);
  const cid = random(16);
  const hello = visitorHello(sodium, { cid, epoch: 1, chatKey: chatKeyFromSeed(sodium, random(32)), random });
  const offer = must(
    await staffOffer(sodium, {
      hello: hello.frame,
      role: 'counsellor',
      chain: device.chain,
      sign: device.signer.sign,
      random,
      cid,
      minimumEpoch: 1,
    }),
  );
  const accepted = must(
    visitorAccept(sodium, {
      state: hello.state,
      offer: offer.frame,
      roots: [desk.root.publicKey],
      organisation: ORGANISATION,
      now: NOON,
      expected: { staffId: 'sanne', role: 'counsellor' },
      random,
    }),
  );
  const confirmed = must(staffConfirm(sodium, { state: offer.state, accept: accepted.frame }));
  expect(confirmed.link.th).toEqual(accepted.link.th);
  let visitor = accepted.link;
  let staff = confirmed.link;
  for (const text of ['hoi', 'ik ben er weer', 'alles goed?']) {
    const sealed = seal(sodium, visitor, toUtf8(text), random);
    visitor = sealed.link;
    const opened = must(open(sodium, staff, sealed.frame));
    staff = opened.link;
    expect(opened.plaintext).toEqual(toUtf8(text));
    const back = seal(sodium, staff, toUtf8(`antwoord op ${text}`), random);
    staff = back.link;
    const heard = must(open(sodium, visitor, back.frame));
    visitor = heard.link;
    expect(heard.plaintext).toEqual(toUtf8(`antwoord op ${text}`));
    expect(open(sodium, visitor, back.frame)).toEqual({ ok: false, error: 'duplicate-frame' });
  }
});
