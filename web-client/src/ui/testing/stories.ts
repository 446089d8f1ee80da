import type { ChatState } from '../../chat/state';
import {
  ANNA,
  BILAL,
  encrypted,
  inQueue,
  link,
  NINE_O_CLOCK,
  ORGANISATION,
  said,
  talkingView,
  view,
  visit,
  type Visit,
  withAnna,
  kept,
} from '../../chat/testing/facts';

const TALK = [
  said('visitor', 1, 'Hoi, ik weet niet goed waar ik moet beginnen'),
  said(ANNA, 1, 'Dag, goed dat je er bent. Je mag beginnen waar je wilt. Zit je op een veilige plek?'),
  said('visitor', 2, 'Ja. Hij is naar zijn werk tot vijf uur.'),
  said('visitor', 3, 'Ik ben bang dat hij mijn telefoon controleert'),
  said(
    ANNA,
    2,
    'Dat snap ik. Dan spreken we eerst af wat je doet als hij eerder thuiskomt.\n\nVind je dat goed?',
  ),
  said('visitor', 4, 'Ja graag', { delivery: 'sent' }),
];

const talking = (change: (noor: Visit) => void = () => undefined): ChatState => {
  const noor = withAnna();
  noor.worker({ type: 'items', items: TALK });
  change(noor);
  return noor.state;
};

const entering = (): Visit => {
  const noor = visit();
  noor.happens({ type: 'organisation', organisation: ORGANISATION });
  noor.happens({ type: 'start' });
  return noor;
};

const ASK = {
  staffId: BILAL,
  displayName: 'Bilal',
  deskName: 'Bureau Amsterdam',
  summary:
    'Noor maakt zich zorgen over haar veiligheid thuis. Ze zoekt vanavond een veilige plek in Amsterdam.',
} as const;

const after = (change: (noor: Visit) => void, from: Visit = entering()): ChatState => {
  change(from);
  return from.state;
};

/** Every screen there is, each in the state that shows most of it. */
export const STORIES: Readonly<Record<string, () => ChatState>> = {
  safe: () => after(() => undefined, visit()),
  'safe-demonstration': () =>
    after(
      (noor) =>
        noor.happens({ type: 'organisation', organisation: { ...ORGANISATION, demonstration: true } }),
      visit(),
    ),
  'safe-unpinned': () =>
    after(
      (noor) => noor.happens({ type: 'organisation', organisation: ORGANISATION }),
      visit({ pinnedRoots: [] }),
    ),
  questions: () =>
    after((noor) => {
      noor.happens({ type: 'answer', answers: { forWhom: 'myself', topics: ['partner', 'housing'] } });
    }),
  connecting: () => after((noor) => noor.happens({ type: 'enter' })),
  unreachable: () =>
    after((noor) => {
      noor.happens({ type: 'enter' });
      noor.passes(30_000);
    }),
  waiting: () => inQueue().state,
  'waiting-long': () =>
    after((noor) => {
      noor.happens({
        type: 'view',
        view: view({ version: 3, place: 1, band: 'longer', told: true }),
        capability: 'c',
      });
      noor.happens({ type: 'write', draft: 'Ik wil graag met iemand praten' });
    }, inQueue()),
  linking: () =>
    after((noor) => {
      noor.happens({ type: 'view', view: talkingView(), capability: 'c' });
      noor.worker({ type: 'state', state: encrypted({ link: link({ state: 'linking', words: [] }) }) });
    }, inQueue()),
  talking: () =>
    talking((noor) => {
      noor.worker({ type: 'state', state: encrypted({ counsellorTyping: true }) });
    }),
  'bad-network': () =>
    talking((noor) => {
      noor.happens({ type: 'connection', up: false });
      noor.passes(25_000);
      noor.worker({
        type: 'items',
        items: [
          ...TALK,
          said('visitor', 5, 'Ben je er nog?', { delivery: 'sending' }),
          said('visitor', 6, 'Hallo?', { delivery: 'failed' }),
        ],
      });
    }),
  lost: () =>
    talking((noor) => {
      noor.happens({
        type: 'view',
        view: view({ version: 9, phase: 'waiting', returning: true, place: 1 }),
        capability: 'c',
      });
      noor.worker({ type: 'state', state: encrypted({ counsellor: null, link: null }) });
    }),
  'share-with': () =>
    talking((noor) => {
      const bilal = { staffId: BILAL, displayName: 'Bilal', role: 'counsellor' } as const;
      noor.worker({
        type: 'state',
        state: encrypted({ counsellor: bilal, link: link({ epoch: 2 }), shareWith: bilal }),
      });
    }),
  'hand-over': () => talking((noor) => noor.worker({ type: 'state', state: encrypted({ ask: ASK }) })),
  'handing-over': () =>
    talking((noor) => noor.worker({ type: 'state', state: encrypted({ handingOver: ASK }) })),
  'join-ask': () =>
    talking((noor) =>
      noor.worker({
        type: 'state',
        state: encrypted({ joinAsk: { staffId: BILAL, displayName: 'Bilal', role: 'supervisor' } }),
      }),
    ),
  joined: () =>
    talking((noor) => {
      noor.worker({
        type: 'state',
        state: encrypted({
          joined: { staffId: BILAL, displayName: 'Bilal', role: 'supervisor', here: true },
        }),
      });
      noor.worker({
        type: 'items',
        items: [...TALK, said(BILAL, 1, 'Dag, ik ben Bilal. Ik denk mee over een veilige plek.')],
      });
    }),
  'still-there': () => talking((noor) => noor.passes(8.5 * 60_000)),
  'still-there-last': () => talking((noor) => noor.passes(11.5 * 60_000)),
  fault: () =>
    talking((noor) =>
      noor.worker({
        type: 'state',
        state: encrypted({ link: link({ state: 'broken', fault: 'not-vouched-for', words: [] }) }),
      }),
    ),
  ended: () =>
    talking((noor) =>
      noor.happens({
        type: 'view',
        view: talkingView({ version: 10, phase: 'ended', endReason: 'counsellor-closed' }),
        capability: 'c',
      }),
    ),
  nobody: () =>
    after((noor) => {
      noor.happens({ type: 'enter' });
      noor.happens({ type: 'refused', error: 'turned-away', remedy: 'give-up' });
    }),
  blocked: () =>
    after((noor) => {
      noor.happens({ type: 'enter' });
      noor.happens({ type: 'refused', error: 'blocked', remedy: 'give-up' });
    }),
  'ended-by-block': () =>
    talking((noor) =>
      noor.happens({
        type: 'view',
        view: talkingView({ version: 10, phase: 'ended', endReason: 'blocked' }),
        capability: 'c',
      }),
    ),
  failed: () => after((noor) => noor.worker({ type: 'failed', reason: 'no-crypto' })),
  resuming: () => after(() => undefined, visit({ now: NINE_O_CLOCK, kept: kept() })),
};
