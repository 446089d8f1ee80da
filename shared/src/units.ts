/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __unit?: 'instant-ms' };

/** A length of time in milliseconds. */
export type Milliseconds = number & { readonly __unit?: 'ms' };

export const seconds = (n: number): Milliseconds => n * 1000;
export const minutes = (n: number): Milliseconds => n * 60_000;
export const hours = (n: number): Milliseconds => n * 3_600_000;
export const days = (n: number): Milliseconds => n * 86_400_000;
