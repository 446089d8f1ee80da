import type { ToStaffWorker } from '@haven/shared/endpoint/staff-worker';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { StaffChat } from '@haven/shared/protocol/chat';
import type { DeskState } from '@haven/shared/protocol/staff-events';
import { err } from '@haven/shared/result';
import { type Node, ScriptedPort } from '@haven/shared/transport/testing/scripted-port';
import { VirtualClock } from '@haven/shared/transport/testing/virtual-clock';
import { seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import type { SignedOutReason, WorkerFailure } from '../features/sign-in/sign-in-store';
import { createStores } from '../state/stores';
import {
  ALMERE,
  AMSTERDAM,
  BILAL,
  bilal,
  chat,
  chatNumber,
  FATIMA,
  NIGHT,
  offerOf,
  organisation,
  OTHER_TAB,
  said,
  staff,
  THIS_TAB,
  waiting,
} from '../testing/duty-desk';
import type { WorkerPort } from './crypto-worker-port';
import { openSeat } from './open-seat';

const yes = (value: unknown) => ({ ok: true, value });
const no = (error: ErrorCode) => ({ ok: false, error });
const FRAME = 'A'.repeat(100);
const ID = chatNumber(1);

const state = (over: Partial<DeskState> = {}): DeskState => ({
  self: staff(),
  staff: [staff(), bilal()],
  queue: [],
  chats: [],
  offers: [],
  desks: [],
  recordsAway: false,
  now: NIGHT,
  ...over,
});

/** Fatima's tab: the real relay on a network and a worker that the story plays. */
const sitDown = async (
  desk: Partial<DeskState> = {},
  answers: Record<string, unknown> = {},
  visible = true,
) => {
  const clock = new VirtualClock();
  let now = state(desk);
  const node: Node = (event) => {
    if (event in answers) return answers[event];
    if (event === 'desk:enter') return yes({ state: now, organisation });
    if (event === 'desk:look') return yes(now);
    if (event === 'frames:since') return yes({ frames: [], upTo: 0, more: false, gap: false });
    return event === 'frame' ? yes({ seq: 1 }) : yes({});
  };
  const port = new ScriptedPort(clock, node);
  const told: ToStaffWorker[] = [];
  let tell: Parameters<WorkerPort['listen']>[0] = () => undefined;
  const worker: WorkerPort = {
    post: (message) => told.push(message),
    listen: (listener) => {
      tell = listener;
    },
    prove: () => Promise.reject(new Error('No connection here is made by a socket')),
    terminate: () => told.push({ type: 'connection', up: false }),
  };
  const left: SignedOutReason[] = [];
  const failed: WorkerFailure[] = [];
  const stores = createStores({ now: () => clock.now(), shelf: null });
  const seat = openSeat({
    seat: THIS_TAB,
    identity: {
      staffId: FATIMA,
      displayName: 'Fatima',
      role: 'counsellor',
      desks: [AMSTERDAM],
      organisation,
      chain: { issuer: 'i', device: 'd' },
      demonstration: true,
      certificateUntil: NIGHT + seconds(9_999),
    },
    stores,
    worker,
    openPort: () => port,
    clock,
    visible: () => visible,
    onLeave: (reason) => left.push(reason),
    onFailure: (failure) => failed.push(failure),
    signOut: () => Promise.resolve(),
    proveDevice: () => Promise.resolve(err('unreachable')),
    keys: { work: () => Promise.resolve(err('failed')), terminate: () => undefined },
    onRekeyed: () => undefined,
  });
  port.connect();
  await clock.pass(200);
  return {
    clock,
    port,
    stores,
    actions: seat.actions,
    told,
    left,
    failed,
    tell: (message: Parameters<typeof tell>[0]) => tell(message),
    say: async (event: string, payload: unknown) => {
      port.push(event, payload);
      await clock.pass(200);
    },
    becomes: (next: Partial<DeskState>) => {
      now = state(next);
    },
    shown: () => stores.chats.store.getState().ordered.map((one) => one.chat),
    toldOf: (type: ToStaffWorker['type']) => told.filter((message) => message.type === type),
    notices: () => stores.notices.store.getState().notices.map(({ key }) => key),
  };
};

const [mine] = chat(1).members;
const heldBy = (seat: typeof THIS_TAB | null, over: Partial<StaffChat> = {}) =>
  chat(1, { members: [{ ...mine!, seat, epoch: null }], ...over });

describe('Fatima sits down at the desk', () => {
  it('her worker learns who she is and which chats are hers, and the first is in front of her', async () => {
    const { told, toldOf, stores, shown } = await sitDown({ chats: [chat(1), chat(2)], queue: [waiting(3)] });
    expect(told[0]).toMatchObject({ type: 'begin', staffId: FATIMA, desk: AMSTERDAM, seat: THIS_TAB });
    expect(toldOf('chat')).toEqual([
      { type: 'chat', chat: chat(1) },
      { type: 'chat', chat: chat(2) },
    ]);
    expect(shown()).toEqual([ID, chatNumber(2)]);
    expect(stores.view.store.getState().open).toBe(ID);
    expect(stores.queue.store.getState().ordered).toEqual([waiting(3)]);
    expect(stores.clock.now() - NIGHT).toBeLessThan(seconds(1));
  });

  it('frames go through, and the worker hears what became of its own', async () => {
    const { clock, port, told, tell, say } = await sitDown({ chats: [chat(1)] });
    await say('frame', { chat: ID, seq: 1, frame: FRAME });
    expect(told).toContainEqual({ type: 'frame', chat: ID, frame: FRAME });
    tell({ type: 'relay', token: 7, event: 'frame', payload: { frame: 'no frame at all' } });
    await clock.pass(200);
    expect(told).toContainEqual({ type: 'relay-outcome', token: 7, error: 'malformed' });
    expect(port.heard('frame')).toEqual([]);
  });

  it('is told when she is signed out elsewhere, and when her sign-in has run out', async () => {
    const { say, left } = await sitDown();
    await say('signed-out', {});
    expect(left).toEqual(['ended-elsewhere']);
    const expired = await sitDown({}, { 'desk:enter': no('not-signed-in') });
    expect(expired.left).toEqual(['expired']);
  });
});

describe('A chat in two tabs', () => {
  it('stays where it is until Fatima asks for it here', async () => {
    const { port, actions, clock, shown } = await sitDown({ chats: [heldBy(OTHER_TAB)] });
    await clock.pass(seconds(5));
    expect(shown()).toEqual([ID]);
    expect(port.heard('link:request')).toEqual([]);
    void actions.continueHere(ID);
    await clock.pass(200);
    expect(port.heard('link:request')).toEqual([{ chat: ID }]);
  });

  it('comes over by itself when the other tab is gone', async () => {
    const { port, say, toldOf } = await sitDown(
      { chats: [heldBy(OTHER_TAB)] },
      { 'link:request': yes(heldBy(THIS_TAB, { version: 3 })) },
    );
    await say('chat:changed', heldBy(null, { version: 2 }));
    expect(port.heard('link:request')).toEqual([{ chat: ID }]);
    expect(toldOf('chat').at(-1)).toEqual({ type: 'chat', chat: heldBy(THIS_TAB, { version: 3 }) });
  });

  it('is left to the tab in front of her, if there is one', async () => {
    const { clock, port, say } = await sitDown({ chats: [heldBy(OTHER_TAB)] }, {}, false);
    await say('chat:changed', heldBy(null, { version: 2 }));
    expect(port.heard('link:request')).toEqual([]);
    await say('chat:changed', heldBy(OTHER_TAB, { version: 3 }));
    await clock.pass(seconds(5));
    expect(port.heard('link:request')).toEqual([]);
  });
});

describe('Fatima hands a chat over to Bilal', () => {
  const transfer = {
    target: { kind: 'staff', staffId: BILAL },
    state: 'ringing',
    to: BILAL,
    toDisplayName: 'Bilal',
  } as const;
  const ringing = chat(1, { version: 2, phase: 'transferring', transfer });
  const incoming = {
    ...mine!,
    staffId: BILAL,
    displayName: 'Bilal',
    desk: ALMERE,
    role: 'incoming' as const,
  };
  const accepted = chat(1, {
    version: 3,
    phase: 'transferring',
    transfer: { ...transfer, state: 'accepted' },
    members: [mine!, incoming],
  });

  it('the visitor is asked once, inside the encryption, with her summary, after he has accepted', async () => {
    const { actions, clock, say, toldOf } = await sitDown(
      { chats: [chat(1)] },
      { 'transfer:ask': yes(ringing) },
    );
    void actions.askTransfer(ID, transfer.target, 'Twee kinderen.');
    await clock.pass(200);
    expect(toldOf('transfer-ask')).toEqual([]);
    await say('chat:changed', accepted);
    await say('chat:changed', { ...accepted, version: 4 });
    expect(toldOf('transfer-ask')).toEqual([
      {
        type: 'transfer-ask',
        chat: ID,
        ask: { staffId: BILAL, displayName: 'Bilal', deskName: 'Bureau Almere', summary: 'Twee kinderen.' },
      },
    ]);
  });

  it('the question is taken back when nothing comes of it, and she reads why', async () => {
    const { stores, say, toldOf } = await sitDown({ chats: [accepted] });
    await say('transfer:failed', { chat: ID, reason: 'visitor-refused', desk: null });
    await say('chat:changed', chat(1, { version: 5 }));
    expect(toldOf('transfer-cancel')).toEqual([{ type: 'transfer-cancel', chat: ID }]);
    expect(stores.transfers.read(ID).failure).toEqual({ reason: 'visitor-refused', name: 'Bilal' });
  });

  it('nothing of the chat stays in her tab once it is his', async () => {
    const { stores, say, shown, toldOf, notices } = await sitDown({ chats: [accepted] });
    stores.conversations.items(ID, [said(1)]);
    stores.notes.write(ID, 'moeder in Groningen');
    stores.drafts.write(ID, 'nog een');
    await say('chat:gone', { chat: ID, reason: 'transferred' });
    expect(shown()).toEqual([]);
    expect(toldOf('forget')).toEqual([{ type: 'forget', chat: ID }]);
    expect(stores.conversations.store.getState().chats.size).toBe(0);
    expect([stores.notes.any(), stores.drafts.any()]).toEqual([false, false]);
    expect(stores.view.store.getState().open).toBeNull();
    expect(notices()).toEqual(['notice.chat-gone.transferred']);
  });

  it('is said to be handed over, also when the chat itself is the first to tell', async () => {
    const { say, shown, notices } = await sitDown({ chats: [accepted] });
    const his = { ...incoming, role: 'counsellor' } as const;
    await say('chat:changed', chat(1, { version: 4, members: [his] }));
    await say('chat:gone', { chat: ID, reason: 'transferred' });
    expect(shown()).toEqual([]);
    expect(notices()).toEqual(['notice.chat-gone.transferred']);
  });
});

describe('Bilal asks Fatima to join', () => {
  it.each([
    ['it is said to be over where she was there', 'joined', 'joined', 'notice.chat-gone.consult-over'],
    ['it is said to be off where she was not let in', 'accepted', 'incoming', 'notice.chat-gone.consult-off'],
  ] as const)('%s', async (_what, state, role, notice) => {
    const consult = { state, to: mine!.staffId, toDisplayName: 'Fatima' };
    const { say, shown, notices } = await sitDown({
      chats: [chat(1, { version: 2, consult, members: [{ ...mine!, role }] })],
    });
    await say('chat:gone', { chat: ID, reason: 'consult-over' });
    expect(shown()).toEqual([]);
    expect(notices()).toEqual([notice]);
  });
});

describe('What goes wrong is said', () => {
  it('when a colleague was first, and the desk is looked at again', async () => {
    const { actions, clock, stores, notices, becomes } = await sitDown(
      { queue: [waiting(4)] },
      { 'chat:claim': no('already-claimed') },
    );
    becomes({ queue: [] });
    const claimed = actions.claim(chatNumber(4));
    await clock.pass(500);
    expect(await claimed).toBe(false);
    expect(notices()).toEqual(['error.already-claimed']);
    expect(stores.queue.store.getState().ordered).toEqual([]);
  });

  it('when an offer rang out and she was set to away', async () => {
    const { say, notices, stores } = await sitDown({ offers: [offerOf(6)] });
    await say('offer:withdrawn', { chat: chatNumber(6), reason: 'expired' });
    expect(stores.offers.store.getState().offers).toEqual([]);
    expect(notices()).toEqual(['presence.went-away']);
  });

  it('when another chat than the one in front is over', async () => {
    const { say, notices } = await sitDown({ chats: [chat(1), chat(2)] });
    await say('chat:changed', chat(2, { version: 2, phase: 'ended', endReason: 'emergency-exit' }));
    await say('chat:changed', chat(1, { version: 2, phase: 'ended', endReason: 'silence' }));
    expect(notices()).toEqual(['notice.ended.emergency-exit']);
  });

  it('when the encryption did not take a text: it stands in the field again', async () => {
    const { tell, stores, notices } = await sitDown({ chats: [chat(1)] });
    tell({ type: 'refused', chat: ID, refusal: { what: 'text', text: 'te lang', reason: 'too-long' } });
    expect(stores.drafts.read(ID)).toBe('te lang');
    expect(notices()).toEqual(['composer.refused']);
  });

  it('when the worker fails', async () => {
    const { tell, failed } = await sitDown();
    tell({ type: 'failed', reason: 'no-crypto' });
    expect(failed).toEqual(['no-crypto']);
  });
});

describe('A server that lost its memory', () => {
  it('is told what Fatima shows, and believed though it counts afresh', async () => {
    const { clock, port, stores, becomes, shown } = await sitDown({
      self: staff({ version: 90, presence: 'busy' }),
      chats: [chat(1, { version: 90 })],
      queue: [waiting(3, { version: 90 })],
    });
    port.cut();
    expect(stores.desk.store.getState().connection).toBe('down');
    becomes({
      self: staff({ version: 1, presence: 'busy' }),
      chats: [chat(1, { safety: 'red' })],
      queue: [waiting(4)],
    });
    port.connect();
    await clock.pass(300);
    expect(port.heard('desk:enter').at(-1)).toEqual({
      seat: THIS_TAB,
      presence: 'busy',
      capacity: 3,
      capabilities: ['signed'],
    });
    expect(shown()).toEqual([ID]);
    expect(stores.chats.store.getState().ordered[0]?.safety).toBe('red');
    expect(stores.queue.store.getState().ordered).toEqual([waiting(4)]);
  });
});

describe('A server that cannot reach', () => {
  it('the live state: Fatima reads that what she sees may be old, until it is seen again', async () => {
    const answers: Record<string, unknown> = {};
    const { clock, stores, becomes } = await sitDown({ queue: [waiting(3)] }, answers);
    const blind = () => stores.desk.store.getState().blind;
    expect(blind()).toBe(false);
    answers['desk:look'] = no('unavailable');
    await clock.pass(seconds(50));
    expect(blind()).toBe(true);
    expect(stores.desk.store.getState().connection).toBe('up');
    delete answers['desk:look'];
    becomes({ queue: [] });
    await clock.pass(seconds(21));
    expect(blind()).toBe(false);
    expect(stores.queue.store.getState().ordered).toEqual([]);
  });

  it('the records: the canned replies and who wants to talk are asked for until they come', async () => {
    const answers: Record<string, unknown> = {
      'replies:list': no('unavailable'),
      'debrief:list': no('unavailable'),
    };
    const { clock, stores } = await sitDown({}, answers);
    await clock.pass(seconds(60));
    expect(stores.debriefs.store.getState().debriefs).toEqual([]);
    const debrief = { staffId: BILAL, displayName: 'Bilal', day: '2026-11-24', takenBy: null };
    const reply = {
      id: 'one',
      version: 1,
      shelf: { kind: 'everyone' },
      shortcut: 'dag',
      language: 'nl',
      title: 'Dag',
      text: 'Dag.',
    };
    answers['replies:list'] = yes({ replies: [reply] });
    answers['debrief:list'] = yes({ debriefs: [debrief] });
    await clock.pass(seconds(25));
    expect(stores.debriefs.store.getState().debriefs).toEqual([debrief]);
    expect(stores.replies.store.getState().replies).toEqual([reply]);
  });
});
