import {
  type ForWhom,
  type SafetyLevel,
  type StaffChat,
  TOPICS,
  type Topic,
} from '@haven/shared/protocol/chat';
import {
  ACTIONS,
  type Action,
  type SkipReason,
  type WrapUpForm,
} from '@haven/shared/protocol/contact-record';

/** Minutes of rest after a chat; 0: none. */
export const PAUSES = [10, 20] as const;
export type Pause = 0 | (typeof PAUSES)[number];

/** What the counsellor has chosen so far. */
export type WrapUpDraft = {
  readonly forWhom: ForWhom | null;
  readonly topics: readonly Topic[];
  readonly safety: SafetyLevel | null;
  readonly actions: readonly Action[];
  readonly skip: SkipReason | null;
  readonly pause: Pause;
  /** She would like to talk about it with a supervisor. */
  readonly debrief: boolean;
};

/** Starts from what the visitor and the counsellor have said already. */
export const draftFrom = ({ answers, safety }: StaffChat): WrapUpDraft => ({
  forWhom: answers.forWhom,
  topics: answers.topics,
  safety,
  actions: [],
  skip: null,
  pause: 0,
  debrief: false,
});

/** One of the things that can be chosen, with its key: the same on every keyboard with Latin letters. */
export type Choice = { readonly key: string } & (
  | { readonly group: 'forWhom'; readonly value: ForWhom }
  | { readonly group: 'topics'; readonly value: Topic }
  | { readonly group: 'safety'; readonly value: SafetyLevel }
  | { readonly group: 'actions'; readonly value: Action }
  | { readonly group: 'skip'; readonly value: SkipReason }
  | { readonly group: 'pause'; readonly value: Exclude<Pause, 0> }
  | { readonly group: 'debrief'; readonly value: true }
);
export type ChoiceGroup = Choice['group'];

/** The levels have the letters of their colours, in Dutch as in English; the others follow each other. */
export const CHOICES: readonly Choice[] = [
  { group: 'safety', value: 'green', key: 'g' },
  { group: 'safety', value: 'orange', key: 'o' },
  { group: 'safety', value: 'red', key: 'r' },
  { group: 'forWhom', value: 'myself', key: '1' },
  { group: 'forWhom', value: 'someone-else', key: '2' },
  { group: 'forWhom', value: 'professional', key: '3' },
  ...TOPICS.map((value, index) => ({ group: 'topics', value, key: 'abcdefhij'.charAt(index) }) as const),
  ...ACTIONS.map((value, index) => ({ group: 'actions', value, key: 'klmnpqs'.charAt(index) }) as const),
  { group: 'pause', value: 10, key: 'v' },
  { group: 'pause', value: 20, key: 'w' },
  { group: 'debrief', value: true, key: 'z' },
  { group: 'skip', value: 'left-at-once', key: 't' },
  { group: 'skip', value: 'no-request', key: 'u' },
  { group: 'skip', value: 'too-heavy', key: 'x' },
  { group: 'skip', value: 'no-time', key: 'y' },
];

export const isChosen = (draft: WrapUpDraft, { group, value }: Choice): boolean => {
  const now: unknown = draft[group];
  return Array.isArray(now) ? now.includes(value) : now === value;
};

const toggled = <T>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];

/** Choosing again takes back. Filling in takes back the reason for not doing so. */
export const choose = (draft: WrapUpDraft, choice: Choice): WrapUpDraft => {
  const other = !isChosen(draft, choice);
  switch (choice.group) {
    case 'topics':
      return { ...draft, skip: null, topics: toggled(draft.topics, choice.value) };
    case 'actions':
      return { ...draft, skip: null, actions: toggled(draft.actions, choice.value) };
    case 'safety':
      return { ...draft, skip: null, safety: other ? choice.value : null };
    case 'forWhom':
      return { ...draft, skip: null, forWhom: other ? choice.value : null };
    case 'skip':
      return { ...draft, skip: other ? choice.value : null };
    case 'debrief':
      return { ...draft, debrief: !draft.debrief };
    default:
      return { ...draft, pause: other ? choice.value : 0 };
  }
};

/** What is still to be chosen; the rest may stay open. */
export const missingIn = ({ safety, actions, skip }: WrapUpDraft): readonly ('safety' | 'actions')[] =>
  skip === null
    ? [
        ...(safety === null ? (['safety'] as const) : []),
        ...(actions.length === 0 ? (['actions'] as const) : []),
      ]
    : [];

/** As the server takes it; null while something is missing. */
export const formOf = (draft: WrapUpDraft): WrapUpForm | null => {
  const { skip, forWhom, topics, safety, actions } = draft;
  if (skip !== null) return { kind: 'skipped', reason: skip };
  if (safety === null || actions.length === 0) return null;
  return { kind: 'facts', forWhom, topics: [...topics], safety, actions: [...actions] };
};
