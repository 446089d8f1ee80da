import type { LinkRole } from '../handshake';
import { chatKeyFromSeed, staffConfirm, staffOffer, visitorAccept, visitorHello } from '../handshake';
import { toBase64Url } from '../bytes';
import type { LinkState } from '../link';
import type { Sodium } from '../sodium';
import { sixWords } from '../words';
import { computeColleagueLink } from './colleague-link';
import type { End, GoldenInputs, GoldenVectors } from './golden-vectors';
import { fromHex, toHex } from './hex';
import { drawing, errorOf, flip, must } from './inputs';
import { computeSteps } from './steps';
import { type ComputedTrust, computeTrust, judging } from './trust';

const ABOUT =
  'Golden vectors of docs/protocol.md. Keys, seeds and plaintexts are hexadecimal; frames, certificates and lists are base64url.';

/** Walks the whole conversation again from its inputs. Throws when an honest step fails. */
export const computeVectors = async (sodium: Sodium, given: GoldenInputs): Promise<GoldenVectors> => {
  const trust = await computeTrust(sodium, given.trust);
  const { ends, vector, refusedOffers, refusedAccepts } = await computeLink(sodium, given, trust);
  return {
    about: ABOUT,
    trust: trust.vector,
    link: vector,
    steps: computeSteps(sodium, given.steps, ends),
    refusedOffers,
    refusedAccepts,
    colleague: await computeColleagueLink(sodium, given, trust),
  };
};

const computeLink = async (sodium: Sodium, given: GoldenInputs, trust: ComputedTrust) => {
  const { link, trust: policy } = given;
  const cid = fromHex(link.cid);
  const chatKey = chatKeyFromSeed(sodium, fromHex(link.chatSeed));
  const hello = visitorHello(sodium, { cid, epoch: link.epoch, chatKey, random: drawing(link.helloNonce) });
  const offer = must(
    await staffOffer(sodium, {
      hello: hello.frame,
      role: policy.role as LinkRole,
      chain: trust.chain,
      sign: trust.device.sign,
      random: drawing(link.kemSeed, link.staffRatchetSk),
      cid,
      minimumEpoch: link.epoch,
    }),
  );
  const accept = (view: Omit<GoldenInputs['refusedOffers'][number], 'why'>) =>
    visitorAccept(sodium, {
      ...judging(sodium, trust, view),
      state: hello.state,
      offer: flip(offer.frame, view.flip),
      expected: { staffId: view.staffId },
      random: drawing(link.visitorRatchetSk, link.kemCoins),
    });
  const { organisation, staffId, now } = policy;
  const accepted = must(
    accept({ flip: -1, root: trust.vector.rootPk, organisation, staffId, now, revoked: false }),
  );
  const confirm = (frame: Uint8Array) => staffConfirm(sodium, { state: offer.state, accept: frame });
  const ends: Readonly<Record<End, LinkState>> = {
    visitor: accepted.link,
    staff: must(confirm(accepted.frame)).link,
  };
  return {
    ends,
    vector: {
      ...link,
      visitorPk: toHex(chatKey.publicKey),
      hello: toBase64Url(hello.frame),
      offer: toBase64Url(offer.frame),
      accept: toBase64Url(accepted.frame),
      th: toHex(ends.staff.th),
      sixWords: sixWords(ends.staff.th).join(' '),
    },
    refusedOffers: given.refusedOffers.map((view) => ({ ...view, error: errorOf(accept(view)) })),
    refusedAccepts: given.refusedAccepts.map((change) => ({
      ...change,
      error: errorOf(confirm(flip(accepted.frame, change.flip))),
    })),
  };
};
