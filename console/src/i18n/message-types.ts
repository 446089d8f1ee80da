import type { messages } from './nl/messages';

/** Every language has exactly the messages of the Dutch one. */
export type Messages = typeof messages;
export type MessageKey = keyof Messages;

/** Reads on after the text before an argument, inside `Depth` branches of plurals and selects. */
type Text<
  S extends string,
  Depth extends 0[],
  Names extends string,
> = S extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}}${infer After}`
    ? Depth extends [0, ...infer Outer extends 0[]]
      ? Branches<`${After}{${Rest}`, Outer, Names>
      : never
    : Argument<Rest, Depth, Names>
  : S extends `${string}}${infer After}`
    ? Depth extends [0, ...infer Outer extends 0[]]
      ? Branches<After, Outer, Names>
      : Names
    : Names;

type Argument<
  S extends string,
  Depth extends 0[],
  Names extends string,
> = S extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name},${string}`
    ? S extends `${string},${infer Tail}`
      ? Branches<Tail, Depth, Names | Name>
      : never
    : Text<Rest, Depth, Names | Head>
  : Names;

type Branches<
  S extends string,
  Depth extends 0[],
  Names extends string,
> = S extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}}${infer After}`
    ? Text<`${After}{${Rest}`, Depth, Names>
    : Text<Rest, [0, ...Depth], Names>
  : S extends `${string}}${infer After}`
    ? Text<After, Depth, Names>
    : Names;

/** The names of the arguments of an ICU message. */
export type ArgumentNames<S extends string> = Text<S, [], never>;

type ArgumentsOf<K extends MessageKey> = ArgumentNames<Messages[K]>;

export type MessageArguments<K extends MessageKey> = [ArgumentsOf<K>] extends [never]
  ? []
  : [values: Readonly<Record<ArgumentsOf<K>, string | number>>];

export type Translate = <K extends MessageKey>(key: K, ...values: MessageArguments<K>) => string;

/** Compiled messages of one language. */
export type Catalogue = Readonly<
  Record<MessageKey, (values: Readonly<Record<string, string | number>>) => string>
>;
