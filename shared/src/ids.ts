import * as z from 'zod/mini';

const BASE64URL_16 = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const BASE64URL_32 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** 16 random bytes, base64url: the chat on the wire and the `cid` inside every frame are the same bytes. */
export const chatId = z.string().check(z.regex(BASE64URL_16)).brand<'ChatId'>();
export type ChatId = z.infer<typeof chatId>;

/** One tab of a console, from its load to its end; 16 random bytes, base64url. A link is held by one seat. */
export const seatId = z.string().check(z.regex(BASE64URL_16)).brand<'SeatId'>();
export type SeatId = z.infer<typeof seatId>;

const slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(40));

export const staffId = slug.brand<'StaffId'>();
export type StaffId = z.infer<typeof staffId>;

export const deskId = slug.brand<'DeskId'>();
export type DeskId = z.infer<typeof deskId>;

export const regionId = slug.brand<'RegionId'>();
export type RegionId = z.infer<typeof regionId>;

/** An Ed25519 public key, 32 bytes, base64url. */
export const publicKey = z.string().check(z.regex(BASE64URL_32)).brand<'PublicKey'>();
export type PublicKey = z.infer<typeof publicKey>;
