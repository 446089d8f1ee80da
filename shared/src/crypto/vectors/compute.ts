import type { LinkRole } from '../handshake';
import { chatKeyFromSeed, staffConfirm, staffOffer, visitorAccept, visitorHello } from '../handshake';
import { toBase64Url } from '../bytes';
import { type LinkState, open, seal } from '../link';
import { verifyRevocations } from '../revocation-list';
import type { Random, Sodium } from '../sodium';
import { sixWords } from '../words';
import type { End, GoldenInputs, GoldenVectors, OpenInput, SealInput } from './golden-vectors';
import { fromHex, toHex } from './hex';
import { drawing, flip, must } from './inputs';
import { type ComputedTrust, computeTrust } from './trust';

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
  const accept = (view: Omit<GoldenInputs['refusedOffers'][number], 'why'>) => {
    const trusted = { roots: [fromHex(view.root)], organisation: view.organisation, now: view.now };
    const revocations = view.revoked ? [must(verifyRevocations(sodium, trust.revocations, trusted))] : [];
    return visitorAccept(sodium, {
      ...trusted,
      revocations,
      state: hello.state,
      offer: flip(offer.frame, view.flip),
      expected: { staffId: view.staffId },
      random: drawing(link.visitorRatchetSk, link.kemCoins),
    });
  };
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

const errorOf = (result: { readonly ok: boolean; readonly error?: string }): string => result.error ?? 'none';

const computeSteps = (
  sodium: Sodium,
  steps: GoldenInputs['steps'],
  start: Readonly<Record<End, LinkState>>,
): GoldenVectors['steps'] => {
  const ends = { ...start };
  const frames: Uint8Array[] = [];
  return steps.map((step, index) => {
    if (step.do === 'open') return openStep(sodium, ends, step, frames[step.of] ?? new Uint8Array(0));
    const { vector, frame } = sealStep(sodium, ends, step);
    frames[index] = frame;
    return vector;
  });
};

const sealStep = (sodium: Sodium, ends: Record<End, LinkState>, step: SealInput) => {
  let turned = false;
  const draw = drawing(step.ratchetSk);
  const random: Random = (length) => {
    turned = true;
    return draw(length);
  };
  const { link, frame } = seal(sodium, ends[step.by], fromHex(step.plaintext), random);
  ends[step.by] = link;
  const { by, plaintext } = step;
  const ratchetSk = turned ? step.ratchetSk : '';
  return { frame, vector: { do: 'seal' as const, by, plaintext, ratchetSk, frame: toBase64Url(frame) } };
};

const openStep = (sodium: Sodium, ends: Record<End, LinkState>, step: OpenInput, frame: Uint8Array) => {
  const { by, of } = step;
  const opened = open(sodium, ends[by], flip(frame, step.flip));
  if (opened.ok) ends[by] = opened.value.link;
  return {
    do: 'open' as const,
    by,
    of,
    flip: step.flip,
    outcome: opened.ok ? 'opened' : opened.error,
    plaintext: opened.ok ? toHex(opened.value.plaintext) : '',
  };
};
