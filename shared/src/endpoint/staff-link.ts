import { FRAME_TYPE, type FramePrefix } from '../crypto/frame';
import type { HandshakeError } from '../crypto/errors';
import type { Member } from '../protocol/chat';
import type { Content } from '../protocol/content';
import type { Instant } from '../units';
import { Attempts } from './attempts';
import type { LinkFault, LinkView } from './conversation';
import { faultOf } from './faults';
import { type ConversationLink, conversationLink } from './conversation-link';
import type { ReliableLink } from './reliable-link';
import type { Cargo, Replica } from './replica';
import { StaffOffers, type StaffOffersDeps } from './staff-offers';
import type { Timeline } from './timeline';
import { ENDPOINT_TIMING } from './timing';
import { earliest } from './earliest';

export interface StaffLinkDeps extends StaffOffersDeps {
  readonly timeline: Timeline;
  /** A link was confirmed, and what belongs to the one before is void. */
  readonly onSecured: () => void;
  readonly onContent: (content: Content) => void;
  /** Something changed outside of a call: a signature came. */
  readonly changed: () => void;
  /** The relay is to be asked for another link. */
  readonly wanted: () => void;
}

interface Opened extends ConversationLink {
  readonly visitorPk: Uint8Array;
}

/** A visitor with one counsellor sees all there is; what a counsellor holds the visitor may see. */
const EVERYTHING = {
  visible: () => true,
  preamble: () => [],
  owed: () => false,
  paid: () => undefined,
  delivers: true,
};

/** The staff side of the links of one chat: answers hellos, and asks for another link when one has gone bad. */
export class StaffLink {
  readonly #deps: StaffLinkDeps;
  readonly #offers: StaffOffers;
  readonly #attempts = new Attempts();
  #up: boolean;
  #secure: Opened | null = null;
  #opening: Opened | null = null;
  #fault: LinkFault | null = null;
  /** Since when there has been no good link. */
  #lackingSince: Instant | null;

  constructor(deps: StaffLinkDeps, up: boolean) {
    this.#deps = deps;
    this.#up = up;
    this.#offers = new StaffOffers(deps);
    this.#lackingSince = deps.now();
  }

  get secure(): boolean {
    return this.#secure !== null;
  }

  /** The visitor has said what is held and was sent the rest: what is said now arrives as it is said. */
  get synced(): boolean {
    return this.#secure?.replica.synced ?? false;
  }

  get replica(): Replica | null {
    return this.#secure?.replica ?? null;
  }

  get th(): Uint8Array | null {
    return this.#secure?.link.th ?? null;
  }

  view(words: readonly string[]): LinkView {
    const link = this.#secure?.link;
    const trouble = link?.trouble() ?? null;
    const fault = this.#fault ?? trouble ?? (link?.altered ? 'altered' : null);
    if (link && trouble === null) return { state: 'secure', epoch: link.epoch, fault, words };
    const epoch = this.#opening?.link.epoch ?? link?.epoch ?? 0;
    return { state: this.#fault === 'other-person' ? 'broken' : 'linking', epoch, fault, words: [] };
  }

  send(content: Content): void {
    this.#secure?.link.send(content);
  }

  frame(bytes: Uint8Array, { type, epoch, number }: FramePrefix): void {
    if (type === FRAME_TYPE.hello) void this.#hello(bytes);
    else if (type === FRAME_TYPE.accept) this.#accept(bytes, epoch);
    else {
      for (const opened of [this.#opening, this.#secure]) {
        if (opened?.link.epoch === epoch) opened.link.receive(bytes, number);
      }
    }
  }

  connection(up: boolean): void {
    this.#up = up;
    for (const opened of [this.#opening, this.#secure]) opened?.link.connection(up);
    if (!up) return;
    this.#offers.repeat();
    if (this.#lackingSince !== null) this.#lackingSince = this.#deps.now();
  }

  /** `member`: my part in the chat, when the visitor could answer; null: nothing can be expected now. */
  tick(member: Member | null): void {
    const now = this.#deps.now();
    for (const opened of [this.#opening, this.#secure]) opened?.link.tick();
    const good = this.#secure !== null && this.#secure.link.trouble() === null;
    if (good || this.#opening || !member || !this.#up) this.#lackingSince = good ? null : now;
    else this.#lackingSince ??= now;
    if (this.#secure && good && now - this.#secure.link.born >= ENDPOINT_TIMING.settled)
      this.#attempts.settled(this.#secure.link.born, now);
    // Without an epoch the visitor's client has been asked already.
    if (!member || member.epoch === null || this.#lackingSince === null || now < this.#attempts.notBefore)
      return;
    const patience = this.#secure ? ENDPOINT_TIMING.badLink : ENDPOINT_TIMING.handshake;
    if (now - this.#lackingSince < patience) return;
    this.#attempts.begin(now);
    this.#lackingSince = now;
    this.#deps.wanted();
  }

  due(): Instant | null {
    const times = [this.#opening?.link.due(), this.#secure?.link.due()];
    return earliest(times);
  }

  wipe(): void {
    this.#opening?.link.wipe();
    this.#secure?.link.wipe();
    this.#opening = null;
    this.#secure = null;
  }

  async #hello(bytes: Uint8Array): Promise<void> {
    try {
      this.#note(await this.#offers.hello(bytes));
    } catch {
      // The device key would not sign. Nothing leaves, and the visitor's client says that nobody answers.
      this.#fault = 'no-answer';
    }
    this.#deps.changed();
  }

  #note(error: HandshakeError | null): void {
    // What is said again of earlier links is no attack, and nothing in a hello can harm a link in use.
    if (error === null || error === 'stale-epoch' || this.#secure) return;
    this.#fault = faultOf(error);
  }

  #accept(bytes: Uint8Array, epoch: number): void {
    const accepted = this.#offers.accept(bytes, epoch);
    if (!accepted) return;
    if (!accepted.ok) {
      this.#note(accepted.error);
      return;
    }
    const { link, visitorPk } = accepted.value;
    const opening = conversationLink(
      link,
      { ...this.#deps, ...EVERYTHING },
      (from, content) => this.#content(from, content),
      this.#up,
    );
    this.#opening?.link.wipe();
    this.#opening = { ...opening, visitorPk };
  }

  #content(link: ReliableLink<Cargo>, content: Content): void {
    if (link === this.#opening?.link) {
      if (content.kind === 'confirm') this.#promote(this.#opening);
    } else if (link === this.#secure?.link) {
      if (content.kind === 'held') this.#secure.replica.peerHolds(content.body.upTo);
      this.#deps.onContent(content);
    }
  }

  /** From here on nothing of the previous link counts: what it did not bring comes again by `held`. */
  #promote(opened: Opened): void {
    this.#secure?.link.wipe();
    this.#secure = opened;
    this.#opening = null;
    this.#fault = null;
    this.#offers.confirmed(opened.link.epoch, opened.visitorPk);
    this.#deps.onSecured();
    opened.link.send({ kind: 'confirm', body: {} });
    opened.replica.greet('visitor');
  }
}
