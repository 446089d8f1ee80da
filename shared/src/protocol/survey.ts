import * as z from 'zod/mini';

export const SURVEY_ANSWERS = ['yes', 'somewhat', 'no'] as const;

/** Two anonymous questions at the end; each may be left open. */
export const survey = z.object({
  helped: z.nullable(z.enum(SURVEY_ANSWERS)),
  safer: z.nullable(z.enum(SURVEY_ANSWERS)),
});
export type Survey = z.infer<typeof survey>;
