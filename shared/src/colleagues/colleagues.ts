import { fromBase64Url } from '../crypto/bytes';
import { decodeDeviceCertificate, decodeIssuerCertificate } from '../crypto/certificate';
import type { TrustPolicy } from '../crypto/chain';
import type { ColleagueIdentity } from '../crypto/colleague-handshake';
import { type Revocations, withNewer } from '../crypto/revocation';
import { verifyRevocations } from '../crypto/revocation-list';
import type { Random, Sodium } from '../crypto/sodium';
import type { Outcome } from '../endpoint/relay-requests';
import { acceptText } from '../endpoint/text';
import type { SeatId, StaffId } from '../ids';
import { LIMITS } from '../protocol/limits';
import { type Instant, seconds } from '../units';
import { ColleagueTalk } from './colleague-talk';
import type { ColleagueView, FromColleagues, ToColleagues } from './worker-messages';

/** More than any desk has; a relay cannot make a console remember more names than this. */
const TALKS = 500;
const EVERY = seconds(1);

export interface ColleaguesDeps {
  readonly sodium: Sodium;
  readonly random: Random;
  /** The clock for waiting, and the device's own. */
  readonly now: () => Instant;
  readonly wall: () => Instant;
  /** Another one once the device's certificate was renewed. */
  readonly identity: () => ColleagueIdentity;
  readonly send: (
    to: { readonly to: StaffId; readonly seat: SeatId | null; readonly frame: string },
    outcome: Outcome,
  ) => void;
  readonly post: (message: FromColleagues) => void;
}

/** All that is said between whoever sits here and her colleagues. */
export class Colleagues {
  readonly #deps: ColleaguesDeps;
  readonly #talks = new Map<StaffId, { readonly talk: ColleagueTalk; shown: string }>();
  #revocations: readonly Revocations[] = [];
  #shiftEnd: Instant | null = null;

  constructor(deps: ColleaguesDeps) {
    this.#deps = deps;
  }

  handle(message: ToColleagues): void {
    switch (message.type) {
      case 'colleague-send':
        this.#send(message.to, message.text);
        break;
      case 'colleague-again':
        this.#talks.get(message.to)?.talk.sendAgain(message.id);
        break;
      case 'colleague-frame': {
        const bytes = fromBase64Url(message.frame);
        if (bytes.ok) void this.#with(message.from)?.frame(message.seat, bytes.value);
        break;
      }
      case 'revocations':
        this.#withdrawn(message.lists);
        break;
      case 'shift':
        // Who is on no roster any more had a shift until now: what was said in it goes when that ends.
        this.#shiftEnd = message.until ?? this.#shiftEnd;
        break;
    }
  }

  tick(): void {
    for (const [staffId, { talk }] of this.#talks) {
      talk.tick();
      this.#show(staffId);
    }
  }

  due(): Instant | null {
    return this.#talks.size === 0 ? null : this.#deps.now() + EVERY;
  }

  /** Whoever vouches for this device vouches for the colleagues'. Without a readable certificate: nobody. */
  #anchor(): Pick<TrustPolicy, 'roots' | 'organisation'> {
    const { chain } = this.#deps.identity();
    const issuer = decodeIssuerCertificate(chain.issuer);
    const device = decodeDeviceCertificate(chain.device);
    if (!issuer.ok || !device.ok) return { roots: [] };
    return { roots: [issuer.value.claims.root], organisation: device.value.claims.organisation };
  }

  #send(to: StaffId, text: string): void {
    const accepted = acceptText(text, LIMITS.textCharacters);
    if (accepted.ok) this.#with(to)?.write(accepted.value);
    else if (accepted.error !== 'chat-over')
      this.#deps.post({ type: 'colleague-refused', to, text, reason: accepted.error });
  }

  #with(staffId: StaffId): ColleagueTalk | undefined {
    const known = this.#talks.get(staffId);
    if (known || staffId === this.#deps.identity().staffId || this.#talks.size >= TALKS) return known?.talk;
    const { sodium, random, now, wall, identity, send, post } = this.#deps;
    const talk = new ColleagueTalk({
      sodium,
      random,
      now,
      wall,
      me: identity,
      peer: staffId,
      trust: () => ({ ...this.#anchor(), now: wall(), revocations: this.#revocations }),
      shiftEnd: () => this.#shiftEnd,
      send: (seat, frame, outcome) => send({ to: staffId, seat, frame }, outcome),
      changed: () => this.#show(staffId),
      gaveBack: (text) => post({ type: 'colleague-refused', to: staffId, text, reason: 'gone' }),
    });
    this.#talks.set(staffId, { talk, shown: '' });
    return talk;
  }

  #show(staffId: StaffId): void {
    const known = this.#talks.get(staffId);
    if (!known) return;
    const view: ColleagueView = known.talk.view(staffId);
    const written = JSON.stringify(view);
    if (written === known.shown) return;
    known.shown = written;
    this.#deps.post({ type: 'colleague', view });
  }

  #withdrawn(lists: readonly string[]): void {
    const { sodium, wall } = this.#deps;
    for (const list of lists) {
      const bytes = fromBase64Url(list);
      const verified = bytes.ok
        ? verifyRevocations(sodium, bytes.value, { ...this.#anchor(), now: wall() })
        : bytes;
      if (verified.ok) this.#revocations = withNewer(this.#revocations, verified.value);
    }
  }
}
