import * as z from 'zod/mini';
import { regionId, staffId } from '../ids';

/** On duty chats ring; on standby somebody can be alerted when nobody else answers. */
export const shiftKind = z.enum(['duty', 'standby']);
export type ShiftKind = z.infer<typeof shiftKind>;

/** One person's work without a break, as routing reads it. */
export const shift = z.readonly(
  z.object({
    id: z.string().check(z.minLength(1), z.maxLength(64)),
    staffId,
    /** The first moment of the shift. */
    from: z.int(),
    /** The first moment after it. */
    until: z.int(),
    regions: z.readonly(z.array(regionId)),
    /** Also serves the general desk. */
    general: z.boolean(),
    kind: shiftKind,
  }),
);

/** What was published last, or the part of it around now. */
export const roster = z.readonly(
  z.object({
    /** Rises with every publication. */
    version: z.int(),
    /** An IANA name; the organisation's, whatever the zone of who looks. */
    timeZone: z.string(),
    /** By `from`, the earliest first. */
    shifts: z.readonly(z.array(shift)),
  }),
);
