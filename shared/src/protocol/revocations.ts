import * as z from 'zod/mini';

/** One signed list, base64url: a thousand serials and more. Its bytes are in docs/protocol.md, "Revocation list". */
export const revocationList = z.string().check(z.maxLength(24_000), z.regex(/^[A-Za-z0-9_-]+$/));

/** The newest list of every signer; pushed when a chat is entered or taken up again, and when one changes. */
export const revocationsPush = z.object({ lists: z.array(revocationList) });
