import { toBase64Url } from '@haven/shared/crypto/bytes';

/** Of a shift that is made by hand. */
export const newShiftId = () => `hand-${toBase64Url(crypto.getRandomValues(new Uint8Array(9)))}`;
