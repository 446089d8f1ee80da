import type { messages } from './en';

export type English = typeof messages;
export type MessageKey = keyof English;

/** What every other language must satisfy: the same keys, none missing and none more. */
export type Translation = Readonly<Record<MessageKey, string>>;

type Word<S extends string> = S extends `${string}${' ' | '#'}${string}` ? never : S;

type NameAt<Rest extends string> = Rest extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? Name
    : Word<Inside>
  : never;

/** Names of the arguments of an ICU message. Branches of plurals hold plain text of more than one word. */
export type ArgumentNames<S extends string> = S extends `${string}{${infer Rest}`
  ? NameAt<Rest> | ArgumentNames<Rest>
  : never;

export type MessageArguments<K extends MessageKey> = [ArgumentNames<English[K]>] extends [never]
  ? []
  : [values: Readonly<Record<ArgumentNames<English[K]>, string | number>>];

export type Translate = <K extends MessageKey>(key: K, ...values: MessageArguments<K>) => string;

/** Messages of one language, compiled; those of later screens may not be there yet. */
export type Catalogue = Readonly<
  Partial<Record<MessageKey, (values: Readonly<Record<string, string | number>>) => string>>
>;

export const translateWith =
  (catalogue: Catalogue): Translate =>
  (key, ...values) =>
    catalogue[key]?.(values[0] ?? {}) ?? '';
