import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(500));

/** What visitors read of a desk that takes no chats. */
export const closedMessage = z.object({ nl: text, en: text });
export type ClosedMessage = z.infer<typeof closedMessage>;
