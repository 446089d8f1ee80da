import type { ConversationItem, LinkView } from '@haven/shared/endpoint/conversation';
import type { FromVisitorWorker, KeptEntry, VisitorState } from '@haven/shared/endpoint/visitor-worker';
import { chatId, deskId, publicKey, regionId, seatId, staffId } from '@haven/shared/ids';
import type { Member, VisitorView } from '@haven/shared/protocol/chat';
import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Effect } from '../effect';
import type { ChatEvent } from '../event';
import { type Beginning, type ChatState, initialState } from '../state';
import { step } from '../step';

/** A Monday morning. */
export const NINE_O_CLOCK = Date.UTC(2026, 10, 23, 8);

export const CHAT = chatId.parse('AAAAAAAAAAAAAAAAAAAAAA');
const SEAT = seatId.parse('AQAAAAAAAAAAAAAAAAAAAA');
export const ROOT = publicKey.parse(`${'A'.repeat(42)}A`);
export const ANNA = staffId.parse('anna');
export const BILAL = staffId.parse('bilal');
const HAARLEM = deskId.parse('haarlem');

const desk = (id: string, name: string, regions: readonly string[]) => ({
  id: deskId.parse(id),
  name: { nl: `Bureau ${name}`, en: `${name} desk` },
  regions: regions.map((region) => regionId.parse(region)),
});

const PLACES = ['Alkmaar', 'Almere', 'Amsterdam', 'Haarlem', 'Hilversum', 'Zaanstad'];

export const ORGANISATION: Organisation = {
  id: 'veilige-haven',
  name: 'Stichting Veilige Haven',
  regions: PLACES.map((name) => ({ id: regionId.parse(name.toLowerCase()), name })),
  desks: [
    ...PLACES.map((name) => desk(name.toLowerCase(), name, [name.toLowerCase()])),
    { ...desk('algemeen', '', []), name: { nl: 'Algemeen bureau', en: 'General desk' } },
  ],
  generalDesk: deskId.parse('algemeen'),
  telephones: [
    {
      name: { nl: 'Veilige Haven', en: 'Veilige Haven' },
      number: '023 555 01 12',
      hours: { nl: 'Elke dag van 9 tot 22 uur', en: 'Every day from 9 am to 10 pm' },
    },
    {
      name: { nl: 'Veilig Thuis', en: 'Veilig Thuis' },
      number: '0800-2000',
      hours: { nl: 'Dag en nacht, gratis', en: 'Day and night, free' },
    },
  ],
  timeZone: 'Europe/Amsterdam',
  openingTimes: { nl: 'elke dag van 9 tot 22 uur', en: 'every day from 9 am to 10 pm' },
  exitUrl: 'https://weather.example/',
  demonstration: false,
  roots: [ROOT],
};

const anna = (part: Partial<Member> = {}): Member => ({
  staffId: ANNA,
  displayName: 'Anna',
  desk: HAARLEM,
  role: 'counsellor',
  seat: SEAT,
  epoch: 1,
  ...part,
});

export const view = (part: Partial<VisitorView> = {}): VisitorView => ({
  chat: CHAT,
  version: 1,
  phase: 'waiting',
  desk: HAARLEM,
  place: 3,
  band: 'within-5',
  told: false,
  returning: false,
  members: [],
  epoch: 0,
  endReason: null,
  ...part,
});

export const talkingView = (part: Partial<VisitorView> = {}): VisitorView =>
  view({ version: 2, phase: 'active', place: null, members: [anna()], epoch: 1, ...part });

const WORDS = ['harbour', 'velvet', 'maple', 'orbit', 'lantern', 'gentle'];

export const link = (part: Partial<LinkView> = {}): LinkView => ({
  state: 'secure',
  epoch: 1,
  fault: null,
  words: WORDS,
  ...part,
});

export const encrypted = (part: Partial<VisitorState> = {}): VisitorState => ({
  counsellor: { staffId: ANNA, displayName: 'Anna', role: 'counsellor' },
  link: link(),
  counsellorTyping: false,
  restoring: false,
  ask: null,
  handingOver: null,
  handOverFault: null,
  shareWith: null,
  joinAsk: null,
  joined: null,
  joinFault: null,
  ...part,
});

export const said = (
  author: ConversationItem['author'],
  number: number,
  text: string,
  part: Partial<ConversationItem> = {},
): ConversationItem => ({
  id: `${author}:${number}`,
  author,
  number,
  at: NINE_O_CLOCK + number * 60_000,
  text,
  delivery: author === 'visitor' ? 'received' : null,
  ...part,
});

export const kept = (part: Partial<KeptEntry> = {}): KeptEntry => ({
  chat: CHAT,
  epoch: 4,
  seed: 'c2VlZA',
  capability: 'capability-of-noor',
  ...part,
});

type FromWorker = Exclude<FromVisitorWorker, { type: 'relay' }>;

/** A visitor, called Noor in the stories, at a clock that the story moves. */
export function visit(beginning: Partial<Beginning> = {}) {
  const clock = { now: NINE_O_CLOCK };
  const done: Effect[] = [];
  let state: ChatState = initialState({
    now: clock.now,
    language: 'nl',
    preset: { region: null, desk: null },
    pinnedRoots: [ROOT],
    kept: null,
    ...beginning,
  });
  const happens = (event: ChatEvent): readonly Effect[] => {
    const result = step(state, event, clock.now);
    state = result.state;
    done.push(...result.effects);
    return result.effects;
  };
  return {
    get state() {
      return state;
    },
    clock,
    /** Every effect so far, in order. */
    done,
    happens,
    worker: (message: FromWorker) => happens({ type: 'worker', message }),
    /** Lets time pass second by second, as the page does. */
    passes: (milliseconds: number): readonly Effect[] => {
      const from = done.length;
      for (let passed = 0; passed < milliseconds; passed += 1_000) {
        clock.now += 1_000;
        happens({ type: 'tick' });
      }
      return done.slice(from);
    },
  };
}

export type Visit = ReturnType<typeof visit>;

/** Noor has tapped her way into the queue. */
export function inQueue(beginning: Partial<Beginning> = {}): Visit {
  const noor = visit(beginning);
  noor.happens({ type: 'organisation', organisation: ORGANISATION });
  noor.happens({ type: 'start' });
  noor.happens({ type: 'enter' });
  noor.happens({ type: 'view', view: view(), capability: 'capability-of-noor' });
  noor.happens({ type: 'connection', up: true });
  noor.worker({ type: 'keep', entry: { chat: CHAT, epoch: 0, seed: 'c2VlZA' } });
  return noor;
}

/** Anna has taken the chat, and the link is secure. */
export function withAnna(beginning: Partial<Beginning> = {}): Visit {
  const noor = inQueue(beginning);
  noor.happens({ type: 'view', view: talkingView(), capability: 'capability-of-noor-2' });
  noor.worker({ type: 'state', state: encrypted() });
  return noor;
}
