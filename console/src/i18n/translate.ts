import type { Catalogue, Translate } from './message-types';

export const createTranslate =
  (catalogue: Catalogue): Translate =>
  (key, ...values) =>
    catalogue[key](values[0] ?? {});
