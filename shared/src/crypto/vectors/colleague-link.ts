import type { StaffId } from '../../ids';
import { toBase64Url } from '../bytes';
import { certifyDevice, signerFromSeed } from '../certify';
import {
  colleagueAccept,
  colleagueConfirm,
  colleagueHello,
  type ColleagueIdentity,
  colleagueOffer,
} from '../colleague-handshake';
import type { LinkRole } from '../handshake';
import type { Sodium } from '../sodium';
import { sixWords } from '../words';
import type { GoldenInputs, GoldenVectors, RefusedOfferInput } from './golden-vectors';
import { fromHex, toHex } from './hex';
import { drawing, errorOf, flip, must } from './inputs';
import { computeSteps } from './steps';
import { type ComputedTrust, judging } from './trust';

type View = Omit<RefusedOfferInput, 'why'>;

/** A link between colleagues, walked again from its inputs. Throws when an honest step fails. */
export const computeColleagueLink = async (
  sodium: Sodium,
  { trust: policy, colleague: given }: GoldenInputs,
  trust: ComputedTrust,
): Promise<GoldenVectors['colleague']> => {
  const { organisation, now } = policy;
  const opener: ColleagueIdentity = {
    staffId: policy.staffId as StaffId,
    role: policy.role as LinkRole,
    chain: trust.chain,
    sign: trust.device.sign,
  };
  const { answerer, devicePk, deviceCertificate } = await certified(sodium, policy, given, trust);
  const opening = colleagueHello(opener, {
    cid: fromHex(given.cid),
    to: answerer.staffId,
    random: drawing(given.helloNonce),
  });
  const offer = (view: View) =>
    colleagueOffer(
      sodium,
      { ...answerer, staffId: view.staffId as StaffId },
      {
        hello: flip(opening.hello, view.flip),
        trust: judging(sodium, trust, view),
        random: drawing(given.kemSeed, given.answeringRatchetSk),
      },
    );
  const honest = { flip: -1, root: trust.vector.rootPk, organisation, now, revoked: false };
  const view: View = { ...honest, staffId: answerer.staffId };
  const offered = must(await offer(view));
  const accept = (seen: View) =>
    colleagueAccept(sodium, opener, {
      opening: { ...opening, to: seen.staffId as StaffId },
      offer: flip(offered.frame, seen.flip),
      trust: judging(sodium, trust, seen),
      random: drawing(given.openingRatchetSk, given.kemCoins),
    });
  const accepted = must(await accept(view));
  const confirm = (frame: Uint8Array) =>
    colleagueConfirm(sodium, { answering: offered.state, accept: frame });
  const ends = { opening: accepted.link, answering: must(confirm(accepted.frame)).link };
  const refused = async (
    views: readonly RefusedOfferInput[],
    by: (view: View) => Promise<{ readonly ok: boolean; readonly error?: string }>,
  ) => Promise.all(views.map(async (each) => ({ ...each, error: errorOf(await by(each)) })));
  return {
    ...given,
    devicePk,
    deviceCertificate,
    hello: toBase64Url(opening.hello),
    offer: toBase64Url(offered.frame),
    accept: toBase64Url(accepted.frame),
    th: toHex(ends.answering.th),
    sixWords: sixWords(ends.answering.th).join(' '),
    steps: computeSteps(sodium, given.steps, ends),
    refusedHellos: await refused(given.refusedHellos, offer),
    refusedOffers: await refused(given.refusedOffers, accept),
    refusedAccepts: given.refusedAccepts.map((change) => ({
      ...change,
      error: errorOf(confirm(flip(accepted.frame, change.flip))),
    })),
  };
};

const certified = async (
  sodium: Sodium,
  policy: GoldenInputs['trust'],
  { staffId: name, displayName, role, deviceSeed, deviceSerial }: GoldenInputs['colleague'],
  trust: ComputedTrust,
) => {
  const staffId = name as StaffId;
  const device = signerFromSeed(sodium, fromHex(deviceSeed));
  const certificate = must(
    await certifyDevice(
      sodium,
      trust.issuer,
      {
        organisation: policy.organisation,
        staffId,
        displayName,
        role,
        publicKey: device.publicKey,
        notBefore: policy.deviceNotBefore,
        notAfter: policy.deviceNotAfter,
      },
      drawing(deviceSerial),
    ),
  );
  const chain = { issuer: trust.chain.issuer, device: certificate };
  const answerer: ColleagueIdentity = { staffId, role, chain, sign: device.sign };
  return { answerer, devicePk: toHex(device.publicKey), deviceCertificate: toBase64Url(certificate) };
};
