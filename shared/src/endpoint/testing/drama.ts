import type { Sodium } from '../../crypto/sodium';
import type { StaffMember } from '../../crypto/testing/organisation';
import type { ShareChoice } from '../../protocol/content';
import type { Milliseconds } from '../../units';
import type { ConversationItem } from '../conversation';
import type { Accident, Side, Step } from './drama-steps';
import type { StaffPage } from './staff-page';
import { World } from './world';

/** Flips a bit of the part that is encrypted or signed. */
const tampered = (frame: string): string => {
  const at = frame.length - 10;
  return `${frame.slice(0, at)}${frame[at] === 'A' ? 'B' : 'A'}${frame.slice(at + 1)}`;
};

/** A visitor and two colleagues to whom everything happens that can. */
export class Drama {
  readonly world: World;
  #colleagues: readonly StaffPage[];
  readonly #tabs = new Map<StaffPage, StaffPage>();
  #counsellor: StaffPage;
  #said = 0;
  /** What a page must never have shown, with the reason. */
  readonly #forbidden = new Map<StaffPage, Map<string, string>>();
  /** Said by the counsellor before, to somebody who was told nothing of it. */
  #hidden = new Set<string>();
  #wish: { readonly to: StaffPage; readonly shared: ShareChoice; readonly past: readonly string[] } | null =
    null;
  /** Still on the screen of one of the two ends. */
  #kept = new Set<string>();

  static async open(sodium: Sodium, label: string, members: readonly StaffMember[]): Promise<Drama> {
    const world = await World.open(sodium, label);
    const colleagues: StaffPage[] = [];
    for (const member of members) colleagues.push(await world.hire(member));
    const drama = new Drama(world, colleagues);
    drama.#counsellor.claim();
    await world.pass(1_000);
    return drama;
  }

  private constructor(world: World, colleagues: readonly StaffPage[]) {
    this.world = world;
    this.#colleagues = colleagues;
    this.#counsellor = colleagues[0]!;
    for (const colleague of colleagues) this.#forbidden.set(colleague, new Map());
  }

  async play(next: Step): Promise<void> {
    const { world } = this;
    switch (next.do) {
      case 'say':
        this.#say(next.side);
        break;
      case 'type':
        if (next.side === 'visitor') world.visitor.tell({ type: 'typing', on: true });
        else this.#counsellor.tell({ type: 'typing', chat: world.desk.id, on: true });
        break;
      case 'mischief':
        world.mischief.push(
          next.kind === 'late'
            ? { kind: 'late', by: 2_000 }
            : next.kind === 'tamper'
              ? { kind: 'tamper', change: tampered }
              : { kind: next.kind },
        );
        break;
      case 'replay':
        this.#inject(next.to, next.which, (frame) => frame);
        break;
      case 'forge':
        this.#inject(next.to, next.which, tampered);
        break;
      case 'cut':
        this.#end(next.side).disconnect();
        break;
      case 'mend':
        this.#mend(next.side);
        break;
      case 'forget':
        world.ring.forget();
        break;
      case 'reload':
        this.#reload(next.side);
        break;
      case 'switch tab':
        await this.#switchTab();
        break;
      case 'transfer':
        await this.#transfer(next);
        break;
      case 'consult':
        await this.#consult(next);
        break;
      case 'lose':
        await this.#lose(next.choice, next.pause);
        break;
      case 'wait':
        await world.pass(next.for);
        break;
    }
    await world.pass(5);
  }

  /** No more mischief, and time for everything to come right. */
  async calm(): Promise<void> {
    this.world.mischief.length = 0;
    this.#mend('visitor');
    for (const page of this.world.staff) if (!page.requests.up) page.reconnect();
    this.world.announce();
    await this.world.pass(10 * 60_000);
    this.world.visitor.tell({ type: 'link-again' });
    await this.world.pass(60_000);
    this.#answer();
    await this.world.pass(60_000);
  }

  /** Messages that claim to be received although no other screen has shown them. */
  lies(): readonly string[] {
    const { visitor } = this.world;
    const pages = this.world.staff;
    const heard = new Set(pages.flatMap((page) => [...page.everShown]));
    const claims = (items: readonly ConversationItem[], shown: ReadonlySet<string>): readonly string[] =>
      items.filter((item) => item.delivery === 'received' && !shown.has(item.text)).map((item) => item.text);
    return [
      ...claims(visitor.items, heard),
      ...pages.flatMap((page) => claims(page.items, visitor.everShown)),
    ];
  }

  /** Once all is calm: what both ends show, without what was not shared, in the order of each. */
  screens(): { readonly visitor: readonly string[]; readonly counsellor: readonly string[] } {
    const shared = this.world.visitor.items.filter(
      (item) => item.delivery !== 'failed' && !this.#hidden.has(item.text),
    );
    return { visitor: shared.map((item) => item.text), counsellor: this.#counsellor.texts() };
  }

  /** Once all is calm: what is amiss, though the screens may agree. */
  wrongs(): readonly string[] {
    const { visitor } = this.world;
    const counsellor = this.#counsellor;
    const wrongs: string[] = [];
    const texts = visitor.texts();
    if (new Set(texts).size < texts.length) wrongs.push('something is shown twice');
    for (const text of this.#kept) if (!texts.includes(text)) wrongs.push(`${text} is lost`);
    const links = { visitor: visitor.state?.link, counsellor: counsellor.state?.link };
    for (const [end, link] of Object.entries(links)) {
      if (link?.state !== 'secure' || link.fault) wrongs.push(`${end}: ${link?.state} ${link?.fault}`);
    }
    const pending = (item: ConversationItem): boolean =>
      item.delivery === 'sending' || item.delivery === 'sent';
    for (const item of [...visitor.items, ...counsellor.items].filter(pending)) {
      wrongs.push(`${item.text} is still ${item.delivery}`);
    }
    for (const author of new Set(visitor.items.map((item) => item.author))) {
      const numbers = visitor.items.filter((item) => item.author === author).map((item) => item.number);
      if (numbers.some((number, index) => number <= (numbers[index - 1] ?? 0))) {
        wrongs.push(`${author} is out of order: ${numbers.join(' ')}`);
      }
    }
    return wrongs;
  }

  /** What somebody has seen who should not. */
  leaks(): readonly string[] {
    return [...this.#forbidden].flatMap(([page, texts]) =>
      [...texts]
        .filter(([text]) => page.everShown.has(text))
        .map(([text, why]) => `${page.staffId}: ${text} ${why}`),
    );
  }

  #end(of: Side): { disconnect(): void; reconnect(): void } {
    return of === 'visitor' ? this.world.visitor : this.#counsellor;
  }

  #mend(of: Side): void {
    const end = of === 'visitor' ? this.world.visitor : this.#counsellor;
    if (!end.requests.up) end.reconnect();
  }

  #say(who: Side): string {
    const text = `${who} ${++this.#said}`;
    if (who === 'visitor') this.world.visitor.say(text);
    else this.#counsellor.say(text);
    this.#kept.add(text);
    return text;
  }

  #inject(to: Side, which: number, change: (frame: string) => string): void {
    const frame = this.world.carried[which % Math.max(1, this.world.carried.length)];
    if (frame) this.world.inject(change(frame), to === 'visitor' ? 'visitor' : this.#counsellor);
  }

  #reload(which: Side): void {
    const other = which === 'visitor' ? this.#counsellor : this.world.visitor;
    this.#mend(which);
    if (which === 'visitor') this.world.visitor.reload();
    else this.#counsellor.reload();
    this.#keepOnly(other.texts());
  }

  /** The counsellor goes on in another tab of hers, or back in the first one. */
  async #switchTab(): Promise<void> {
    const left = this.#counsellor;
    this.#mend('counsellor');
    const known = this.#tabs.get(left) ?? (await left.openTab());
    this.#tabs.set(left, known).set(known, left);
    this.#forbidden.set(known, this.#forbidden.get(left) ?? new Map<string, string>());
    const members = this.world.desk.members;
    if (!members.some(({ staffId }) => staffId === left.staffId)) return;
    // What stays unsent in the tab that was left is there, and nowhere else, until she comes back to it.
    this.#keepOnly(this.world.visitor.texts());
    this.#colleagues = this.#colleagues.map((colleague) => (colleague === left ? known : colleague));
    this.#counsellor = known;
    known.continueHere();
  }

  #keepOnly(texts: readonly string[]): void {
    this.#kept = new Set([...this.#kept].filter((text) => texts.includes(text)));
  }

  #other(): StaffPage {
    return this.#colleagues.find((colleague) => colleague !== this.#counsellor)!;
  }

  /** What may have been read before, as far as the visitor's screen tells. */
  #past(): readonly string[] {
    return this.world.visitor.items
      .filter((item) => item.delivery === null || item.delivery === 'sent' || item.delivery === 'received')
      .map((item) => item.text);
  }

  /** In any tab. */
  #hasSeen({ staffId }: StaffPage, text: string): boolean {
    return this.world.staff.some((page) => page.staffId === staffId && page.everShown.has(text));
  }

  #hide(from: StaffPage, shared: ShareChoice, past: readonly string[]): void {
    this.#hidden = new Set(shared === 'conversation' ? [] : past);
    const forbidden = this.#forbidden.get(from);
    if (shared === 'conversation') {
      forbidden?.clear();
      return;
    }
    for (const text of past) {
      if (!this.#hasSeen(from, text)) forbidden?.set(text, 'was not shared');
    }
  }

  /** The chat is no longer hers: her console forgets it in every other tab. */
  #gone(left: StaffPage): void {
    const other = this.#tabs.get(left);
    if (!other) return;
    if (!other.requests.up) other.reconnect();
    other.forget();
  }

  #happen(accident: Accident, from: StaffPage, to: StaffPage): void {
    const { visitor, ring } = this.world;
    if (accident.endsWith('reloads')) this.#kept.clear();
    switch (accident) {
      case 'visitor cut':
        visitor.disconnect();
        break;
      case 'visitor reloads':
        this.#mend('visitor');
        visitor.reload();
        break;
      case 'counsellor cut':
        from.disconnect();
        break;
      case 'counsellor reloads':
        if (!from.requests.up) from.reconnect();
        from.reload();
        break;
      case 'colleague cut':
        to.disconnect();
        break;
      case 'colleague reloads':
        to.reload();
        break;
      case 'relay forgets':
        ring.forget();
        break;
    }
  }

  async #transfer({ choice: shared, pause, accident }: Extract<Step, { do: 'transfer' }>): Promise<void> {
    const { world } = this;
    const from = this.#counsellor;
    const to = this.#other();
    if (world.desk.phase !== 'active' || world.desk.members[0]?.seat !== from.seat) return;
    to.forget();
    from.handOver(to, 'a summary');
    await world.pass(2_000 + pause);
    if (world.visitor.state?.ask?.staffId !== to.staffId) {
      // The ask did not arrive: the network is down or the link is being made.
      world.desk.callOff();
      from.tell({ type: 'transfer-cancel', chat: world.desk.id });
      world.announce();
      return;
    }
    const past = this.#past();
    const authored = new Set(
      from.items.filter((item) => item.author === from.staffId).map((item) => item.text),
    );
    world.visitor.tell({ type: 'share', staffId: to.staffId, choice: shared });
    const after = this.#say('visitor');
    await world.pass(pause / 20);
    if (accident) this.#happen(accident, from, to);
    await world.pass(20_000);
    this.#mend('visitor');
    for (const page of [from, to]) if (!page.requests.up) page.reconnect();
    await world.pass(40_000);
    if (world.desk.members[0]?.staffId !== to.staffId) {
      world.desk.callOff();
      from.tell({ type: 'transfer-cancel', chat: world.desk.id });
      world.announce();
      return;
    }
    this.#counsellor = to;
    this.#gone(from);
    this.#hide(to, shared ?? 'nothing', past);
    if (shared !== 'conversation') for (const text of authored) this.#hidden.add(text);
    this.#forbidden.get(from)?.set(after, 'was said after the transfer');
    // What she had not got out when the chat went is hers alone.
    for (const item of from.items) if (item.delivery === 'failed') this.#kept.delete(item.text);
  }

  async #consult(step: Extract<Step, { do: 'consult' }>): Promise<void> {
    const { world } = this;
    const from = this.#counsellor;
    const to = this.#other();
    if (world.desk.phase !== 'active' || world.desk.members[0]?.seat !== from.seat) return;
    to.forget();
    from.consult(to);
    await world.pass(2_000 + step.pause);
    const past = this.#past();
    // Without the ask the visitor's word lets nobody in.
    world.visitor.tell({ type: 'share', staffId: to.staffId, choice: step.choice });
    const agreed = world.visitor.state?.joined?.staffId === to.staffId;
    const forbidden = this.#forbidden.get(to);
    for (const text of agreed && step.choice === 'conversation' ? past : []) forbidden?.delete(text);
    for (const text of agreed && step.choice === 'conversation' ? [] : past) {
      if (!this.#hasSeen(to, text)) forbidden?.set(text, 'was not shared with who joined');
    }
    await world.pass(step.pause / 20);
    if (step.accident) this.#happen(step.accident, from, to);
    await world.pass(20_000);
    this.#mend('visitor');
    for (const page of [from, to]) if (!page.requests.up) page.reconnect();
    await world.pass(40_000);
    if (world.visitor.state?.joined?.here) await this.#talkTogether(to);
    if (step.end === 'visitor') world.visitor.tell({ type: 'send-out' });
    else if (step.end === 'transfer') from.handOver(to);
    else if (step.end === 'relay') {
      world.desk.endConsult();
      world.announce();
    } else (step.end === 'counsellor' ? from : to).endConsult();
    await world.pass(1_000);
    const after = this.#say('visitor');
    forbidden?.set(after, 'was said after the consult');
    await world.pass(10_000);
    if (step.end === 'transfer') {
      world.desk.callOff();
      from.tell({ type: 'transfer-cancel', chat: world.desk.id });
    }
    world.desk.endConsult();
    world.announce();
    await world.pass(1_000);
    to.forget();
    this.#gone(to);
  }

  /** All three say something; what the one who joined got out in time is there to stay. */
  async #talkTogether(joined: StaffPage): Promise<void> {
    this.#say('visitor');
    this.#say('counsellor');
    const text = `joined ${++this.#said}`;
    joined.say(text);
    await this.world.pass(20_000);
    if (this.world.visitor.texts().includes(text)) this.#kept.add(text);
  }

  async #lose(shared: ShareChoice, pause: Milliseconds): Promise<void> {
    const { world } = this;
    const from = this.#counsellor;
    const to = this.#other();
    from.disconnect();
    world.desk.loseCounsellor();
    world.announce();
    await world.pass(100);
    const past = this.#past();
    // What nobody can have read yet is for whoever comes.
    for (const item of world.visitor.items) {
      if (item.delivery === 'sending') this.#forbidden.get(to)?.delete(item.text);
    }
    to.forget();
    to.claim();
    const between = this.#say('visitor');
    await world.pass(pause);
    this.#keepOnly(world.visitor.texts());
    this.#counsellor = to;
    from.reconnect();
    this.#gone(from);
    this.#mend('visitor');
    await world.pass(60_000);
    this.#forbidden.get(from)?.set(between, 'was said after she was lost');
    this.#hide(to, 'nothing', past);
    this.#wish = { to, shared, past };
    this.#answer();
  }

  /** What the new counsellor may see, as soon as the visitor is asked; with a broken link that may be much later. */
  #answer(): void {
    const { visitor } = this.world;
    if (!this.#wish || visitor.state?.shareWith?.staffId !== this.#wish.to.staffId) return;
    const { to, shared, past } = this.#wish;
    this.#wish = null;
    visitor.tell({ type: 'share', staffId: to.staffId, choice: shared });
    this.#hide(to, shared, past);
  }
}
