import { toBase64Url } from '../crypto/bytes';
import type { VerifiedDevice } from '../crypto/chain';
import type { HandshakeError } from '../crypto/errors';
import { type LinkRole, type VisitorHandshake, visitorAccept, visitorHello } from '../crypto/handshake';
import type { LinkState } from '../crypto/link';
import type { KeyPair } from '../crypto/ratchet';
import type { Revocations } from '../crypto/revocation';
import type { Random, Sodium } from '../crypto/sodium';
import type { SeatId, StaffId } from '../ids';
import type { ErrorCode } from '../protocol/errors';
import { err, ok, type Result } from '../result';
import type { Instant, Milliseconds } from '../units';
import type { Outcome } from './relay-requests';
import { ENDPOINT_TIMING } from './timing';

/** What a visitor's client brings to every handshake of its chat. */
export interface ChatIdentity {
  readonly cid: Uint8Array;
  readonly chatKey: KeyPair;
  readonly roots: readonly Uint8Array[];
  readonly organisation: string;
}

export interface DialDeps {
  readonly sodium: Sodium;
  readonly random: Random;
  /** For waiting. */
  readonly now: () => Instant;
  /** The device's clock, for what is dated. */
  readonly wall: () => Instant;
  readonly identity: ChatIdentity;
  /** The newest lists of withdrawn certificates. */
  readonly revocations: () => readonly Revocations[];
  readonly open: (
    payload: { readonly staffId: StaffId; readonly seat: SeatId; readonly frame: string },
    outcome: Outcome,
  ) => void;
}

export interface Accepted {
  readonly link: LinkState;
  readonly accept: string;
  readonly device: VerifiedDevice;
}

/** One handshake from the visitor's side: a hello, repeated, until an offer was accepted or time is up. */
export class Dial {
  readonly epoch: number;
  readonly seat: SeatId;
  readonly staffId: StaffId;
  readonly #role: LinkRole | undefined;
  readonly #deps: DialDeps;
  readonly #patience: Milliseconds;
  readonly #state: VisitorHandshake;
  readonly #hello: string;
  #up: boolean;
  #expiresAt: Instant;
  #repeatAt: Instant;
  #handedOver = false;
  #refused: ErrorCode | null = null;

  constructor(
    target: {
      readonly staffId: StaffId;
      readonly seat: SeatId;
      readonly epoch: number;
      /** Undefined: a counsellor or a supervisor. */
      readonly role: LinkRole | undefined;
    },
    deps: DialDeps,
    patience: Milliseconds,
    up: boolean,
  ) {
    this.epoch = target.epoch;
    this.seat = target.seat;
    this.staffId = target.staffId;
    this.#role = target.role;
    this.#deps = deps;
    this.#patience = patience;
    this.#up = up;
    const { cid, chatKey } = deps.identity;
    const { sodium, random } = deps;
    const { frame, state } = visitorHello(sodium, { cid, epoch: this.epoch, chatKey, random });
    this.#state = state;
    this.#hello = toBase64Url(frame);
    this.#expiresAt = deps.now() + patience;
    this.#repeatAt = deps.now() + ENDPOINT_TIMING.repeatHello;
    this.#handOver();
  }

  /** What the relay said against this link. */
  get refused(): ErrorCode | null {
    return this.#refused;
  }

  get expired(): boolean {
    return this.#refused !== null || (this.#up && this.#deps.now() >= this.#expiresAt);
  }

  due(): Instant | null {
    return this.#up ? Math.min(this.#expiresAt, this.#repeatAt) : null;
  }

  connection(up: boolean): void {
    this.#up = up;
    if (!up) return;
    this.#expiresAt = this.#deps.now() + this.#patience;
    this.#handOver();
  }

  tick(): void {
    if (this.#up && this.#deps.now() >= this.#repeatAt) this.#handOver();
  }

  /** An error leaves the hello open: what was put in its way must not keep the true offer from coming. */
  accept(offer: Uint8Array): Result<Accepted, HandshakeError> {
    const { sodium, random, now, wall, identity, revocations } = this.#deps;
    const accepted = visitorAccept(sodium, {
      state: this.#state,
      offer,
      roots: identity.roots,
      organisation: identity.organisation,
      now: wall(),
      revocations: revocations(),
      expected: { staffId: this.staffId, role: this.#role },
      random,
    });
    if (!accepted.ok) {
      this.#expiresAt = Math.min(this.#expiresAt, now() + ENDPOINT_TIMING.alteredPatience);
      return err(accepted.error);
    }
    const { link, frame, device } = accepted.value;
    return ok({ link, accept: toBase64Url(frame), device });
  }

  /** The accept is on its way; now the answer to it is waited for. */
  extend(): void {
    this.#expiresAt = this.#deps.now() + this.#patience;
    this.#repeatAt = Number.POSITIVE_INFINITY;
  }

  #handOver(): void {
    if (this.#repeatAt === Number.POSITIVE_INFINITY) return;
    this.#repeatAt = this.#deps.now() + ENDPOINT_TIMING.repeatHello;
    if (this.#handedOver) return;
    this.#handedOver = true;
    this.#deps.open({ staffId: this.staffId, seat: this.seat, frame: this.#hello }, (error) => {
      this.#handedOver = false;
      this.#refused = error;
    });
  }
}
