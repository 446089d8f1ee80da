import * as z from 'zod/mini';

/**
 * A backup is a file of lines, each of them JSON: a head, for each table its name and its rows, and an end that counts
 * the rows. A row is an array of texts in the form in which any PostgreSQL reads and writes a value of that type.
 */
export const FORMAT = 1;

export const head = z.object({
  haven: z.literal('records'),
  format: z.int(),
  /** The steps of its schema, by their hashes. */
  steps: z.array(z.object({ name: z.string(), hash: z.string() })),
});
export type Head = z.infer<typeof head>;

export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
export type TableLine = z.infer<typeof tableLine>;

export const row = z.array(z.nullable(z.string()));
export type Row = z.infer<typeof row>;

export const end = z.object({ rows: z.int() });
export type End = z.infer<typeof end>;
