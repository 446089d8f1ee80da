import fc from 'fast-check';
import type { JoinChoice, ShareChoice } from '../../protocol/content';
import type { Milliseconds } from '../../units';
import type { Mischief } from './world';

export type Side = 'visitor' | 'counsellor';

/** What may happen between the visitor's choice and the end of a transfer. */
const ACCIDENTS = [
  'visitor cut',
  'visitor reloads',
  'counsellor cut',
  'counsellor reloads',
  'colleague cut',
  'colleague reloads',
  'relay forgets',
] as const;
export type Accident = (typeof ACCIDENTS)[number];

/** At whose word somebody who has joined is out again. */
const WAYS_OUT = ['visitor', 'counsellor', 'colleague', 'relay', 'transfer'] as const;

export type Step =
  | { readonly do: 'say'; readonly side: Side }
  | { readonly do: 'type'; readonly side: Side }
  | { readonly do: 'mischief'; readonly kind: Mischief['kind'] }
  | { readonly do: 'replay'; readonly to: Side; readonly which: number }
  | { readonly do: 'forge'; readonly to: Side; readonly which: number }
  | { readonly do: 'cut'; readonly side: Side }
  | { readonly do: 'mend'; readonly side: Side }
  | { readonly do: 'forget' }
  | { readonly do: 'reload'; readonly side: Side }
  | { readonly do: 'switch tab' }
  | {
      readonly do: 'transfer';
      readonly choice: ShareChoice | null;
      readonly pause: Milliseconds;
      readonly accident: Accident | null;
    }
  | {
      readonly do: 'consult';
      readonly choice: JoinChoice | null;
      readonly pause: Milliseconds;
      readonly accident: Accident | null;
      readonly end: (typeof WAYS_OUT)[number];
    }
  | { readonly do: 'lose'; readonly choice: ShareChoice; readonly pause: Milliseconds }
  | { readonly do: 'wait'; readonly for: Milliseconds };

const side = fc.constantFrom<Side>('visitor', 'counsellor');
const choice = fc.constantFrom<ShareChoice>('nothing', 'summary', 'conversation');

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('say' as const), side }) },
  fc.record({ do: fc.constant('type' as const), side }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('mischief' as const),
      kind: fc.constantFrom('drop' as const, 'twice' as const, 'late' as const, 'tamper' as const),
    }),
  },
  fc.record({ do: fc.constant('replay' as const), to: side, which: fc.nat() }),
  fc.record({ do: fc.constant('forge' as const), to: side, which: fc.nat() }),
  fc.record({ do: fc.constant('cut' as const), side }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mend' as const), side }) },
  fc.constant<Step>({ do: 'forget' }),
  fc.record({ do: fc.constant('reload' as const), side }),
  fc.constant<Step>({ do: 'switch tab' }),
  fc.record({
    do: fc.constant('transfer' as const),
    choice: fc.option(choice),
    pause: fc.integer({ min: 0, max: 3_000 }),
    accident: fc.option(fc.constantFrom(...ACCIDENTS)),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('consult' as const),
      choice: fc.option(fc.constantFrom<JoinChoice>('nothing', 'conversation')),
      pause: fc.integer({ min: 0, max: 3_000 }),
      accident: fc.option(fc.constantFrom(...ACCIDENTS)),
      end: fc.constantFrom(...WAYS_OUT),
    }),
  },
  fc.record({ do: fc.constant('lose' as const), choice, pause: fc.integer({ min: 0, max: 3_000 }) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      for: fc.oneof(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 500, max: 40_000 }),
        fc.constant(31 * 60_000),
      ),
    }),
  },
);
