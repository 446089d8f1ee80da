import { equalBytes, toBase64Url } from '../crypto/bytes';
import { isRevoked, type TrustPolicy, type VerifiedDevice } from '../crypto/chain';
import {
  type Answering,
  colleagueAccept,
  colleagueConfirm,
  colleagueHello,
  type ColleagueIdentity,
  colleagueOffer,
  type Opening,
} from '../crypto/colleague-handshake';
import type { HandshakeError } from '../crypto/errors';
import { decodePrefix, FRAME_TYPE } from '../crypto/frame';
import { type LinkState, open, seal, wipe } from '../crypto/link';
import type { Random, Sodium } from '../crypto/sodium';
import type { LinkFault } from '../endpoint/conversation';
import { faultOf } from '../endpoint/faults';
import type { Outcome } from '../endpoint/relay-requests';
import { ENDPOINT_LIMITS, ENDPOINT_TIMING } from '../endpoint/timing';
import type { SeatId, StaffId } from '../ids';
import type { Instant } from '../units';
import { decodeWord, encodeWord, type Word } from './words';

const CID_BYTES = 16;
/** Links with one colleague that may be open: each end may have opened one, and older ones still bring what was under way. */
const LINKS = 4;

export interface ColleagueLineDeps {
  readonly sodium: Sodium;
  readonly random: Random;
  readonly now: () => Instant;
  readonly me: () => ColleagueIdentity;
  readonly peer: StaffId;
  readonly trust: () => TrustPolicy;
  /** `seat` null: to the tab that the colleague opened last. */
  readonly send: (seat: SeatId | null, frame: string, outcome: Outcome) => void;
  /** There is a link to write on. */
  readonly onReady: () => void;
  readonly onWord: (word: Word, answer: (word: Word) => void) => void;
  /** Nobody of that name is at the desk. */
  readonly onGone: () => void;
  /** The tab at the other end is gone: what it has not acknowledged goes to the next one. */
  readonly onLost: () => void;
  /** No link came of it. */
  readonly onTrouble: (fault: LinkFault) => void;
  /** Something was refused; a link may go on. */
  readonly onFault: (fault: LinkFault) => void;
}

interface Held {
  link: LinkState;
  readonly device: VerifiedDevice;
  readonly seat: SeatId;
  readonly born: Instant;
  /** Who opened writes only after who answered has confirmed. */
  confirmed: boolean;
  carried: number;
}

/** The links with one colleague. Either end opens one when it has something to say and none is fit for it. */
export class ColleagueLine {
  readonly #deps: ColleagueLineDeps;
  #opening: { readonly opening: Opening; readonly since: Instant; accepted: boolean } | null = null;
  #answering: { readonly answering: Answering; readonly since: Instant }[] = [];
  /** Oldest first. */
  #links: Held[] = [];

  constructor(deps: ColleagueLineDeps) {
    this.#deps = deps;
  }

  get ready(): boolean {
    return this.#fit() !== undefined;
  }

  get th(): Uint8Array | null {
    return this.#fit()?.link.th ?? null;
  }

  get displayName(): string | null {
    return this.#links.at(-1)?.device.displayName ?? null;
  }

  /** Opens a link, unless one is being opened. */
  open(): void {
    if (this.#opening) return;
    const { me, peer, random, now, send } = this.#deps;
    const opening = colleagueHello(me(), { cid: random(CID_BYTES), to: peer, random });
    const begun = { opening, since: now(), accepted: false };
    this.#opening = begun;
    send(null, toBase64Url(opening.hello), (error) => {
      if (error === null || this.#opening !== begun) return;
      this.#opening = null;
      if (error === 'unknown-member') this.#deps.onGone();
      else this.#deps.onTrouble('no-answer');
    });
  }

  /** On the newest link that is fit; false: there is none. */
  say(word: Word, outcome: Outcome): boolean {
    const held = this.#fit();
    if (held) this.#say(held, word, outcome);
    return held !== undefined;
  }

  /** What was said on the links in use is not acknowledged: the other end has lost them. */
  abandon(): void {
    for (const held of this.#links) wipe(held.link);
    this.#links = [];
  }

  async frame(seat: SeatId, bytes: Uint8Array): Promise<void> {
    const prefix = decodePrefix(bytes);
    if (!prefix.ok) return this.#deps.onFault('altered');
    const { type, cid } = prefix.value;
    if (type === FRAME_TYPE.hello) await this.#answer(seat, bytes);
    else if (type === FRAME_TYPE.offer) await this.#accept(seat, cid, bytes);
    else if (type === FRAME_TYPE.accept) this.#confirm(seat, cid, bytes);
    else this.#read(cid, bytes);
  }

  /** Lists came, time passed. */
  tick(): void {
    const { now, trust, onTrouble, onFault } = this.#deps;
    const lists = trust().revocations ?? [];
    const revoked = this.#links.filter(({ device }) => isRevoked(device, lists));
    for (const { link } of revoked) wipe(link);
    if (revoked.length > 0) {
      this.#links = this.#links.filter((held) => !revoked.includes(held));
      onFault('revoked');
    }
    this.#answering = this.#answering.filter(({ since }) => now() - since < ENDPOINT_TIMING.offer);
    if (!this.#opening || now() - this.#opening.since < ENDPOINT_TIMING.handshake) return;
    this.#opening = null;
    onTrouble('no-answer');
  }

  wipe(): void {
    this.abandon();
    this.#opening = null;
    this.#answering = [];
  }

  #fit(): Held | undefined {
    const now = this.#deps.now();
    const fit = this.#links.filter(
      ({ confirmed, carried, born }) =>
        confirmed && carried < ENDPOINT_LIMITS.messagesPerLink && now - born < ENDPOINT_TIMING.freshHandshake,
    );
    return fit.at(-1);
  }

  #say(held: Held, word: Word, outcome: Outcome): void {
    const { sodium, random, send, onLost } = this.#deps;
    const sealed = seal(sodium, held.link, encodeWord(word), random);
    held.link = sealed.link;
    if (word.kind === 'text') held.carried += 1;
    send(held.seat, toBase64Url(sealed.frame), (error) => {
      outcome(error);
      if (error !== 'unknown-member' || !this.#links.includes(held)) return;
      this.#drop(held);
      onLost();
    });
  }

  async #answer(seat: SeatId, hello: Uint8Array): Promise<void> {
    const { sodium, me, peer, random, now, trust, send } = this.#deps;
    const offered = await colleagueOffer(sodium, me(), { hello, trust: trust(), random });
    if (!offered.ok) return this.#refused(offered.error);
    const { state, frame } = offered.value;
    if (state.device.staffId !== peer) return this.#refused('other-person');
    this.#answering = [...this.#answering, { answering: state, since: now() }].slice(
      -ENDPOINT_LIMITS.openOffers,
    );
    send(seat, toBase64Url(frame), () => undefined);
  }

  async #accept(seat: SeatId, cid: Uint8Array, offer: Uint8Array): Promise<void> {
    const begun = this.#opening;
    // An old offer, said again, is no news and no attack worth a word.
    if (!begun || begun.accepted || !equalBytes(begun.opening.cid, cid)) return;
    const { sodium, me, random, trust, send } = this.#deps;
    const input = { opening: begun.opening, offer, trust: trust(), random };
    const accepted = await colleagueAccept(sodium, me(), input);
    if (this.#opening !== begun || begun.accepted) return;
    if (!accepted.ok) {
      this.#opening = null;
      this.#deps.onTrouble(faultOf(accepted.error));
      return;
    }
    begun.accepted = true;
    const { link, device, frame } = accepted.value;
    this.#hold({ link, device, seat, confirmed: false });
    send(seat, toBase64Url(frame), () => undefined);
  }

  #confirm(seat: SeatId, cid: Uint8Array, accept: Uint8Array): void {
    const begun = this.#answering.find(({ answering }) => equalBytes(answering.cid, cid));
    if (!begun) return;
    const { answering } = begun;
    const confirmed = colleagueConfirm(this.#deps.sodium, { answering, accept });
    if (!confirmed.ok) return this.#refused(confirmed.error);
    this.#answering = this.#answering.filter((other) => other !== begun);
    const held = this.#hold({ ...confirmed.value, seat, confirmed: true });
    this.#say(held, { kind: 'confirm' }, () => undefined);
    this.#deps.onReady();
  }

  #read(cid: Uint8Array, bytes: Uint8Array): void {
    const held = this.#links.find(({ link }) => equalBytes(link.cid, cid));
    // Of a link that is no more: what was said on it is said again on another.
    if (!held) return;
    const opened = open(this.#deps.sodium, held.link, bytes);
    if (!opened.ok) {
      if (opened.error !== 'duplicate-frame') this.#deps.onFault('altered');
      return;
    }
    held.link = opened.value.link;
    const word = decodeWord(opened.value.plaintext);
    if (!word.ok) return this.#deps.onFault('altered');
    if (word.value.kind === 'text') held.carried += 1;
    if (word.value.kind !== 'confirm') {
      this.#deps.onWord(word.value, (answer) => this.#say(held, answer, () => undefined));
    } else if (!held.confirmed) {
      held.confirmed = true;
      if (this.#opening && equalBytes(this.#opening.opening.cid, cid)) this.#opening = null;
      this.#deps.onReady();
    }
  }

  #hold(made: Pick<Held, 'link' | 'device' | 'seat' | 'confirmed'>): Held {
    const held = { ...made, born: this.#deps.now(), carried: 0 };
    this.#links.push(held);
    const [oldest] = this.#links;
    if (this.#links.length > LINKS && oldest) this.#drop(oldest);
    return held;
  }

  #drop(held: Held): void {
    wipe(held.link);
    this.#links = this.#links.filter((other) => other !== held);
  }

  /** What somebody else began came to nothing; what is being opened here is not touched by it. */
  #refused(error: HandshakeError): void {
    this.#deps.onFault(faultOf(error));
  }
}
