import { cpSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './child';
import { recordsIn } from './records';
import { MODELS } from './shared-places';

export type FreshFolder = { readonly path: string; readonly remove: () => void };

/** A data folder after a first start has made its records: to unpack and to fill a database takes seconds. */
export async function freshFolder(): Promise<FreshFolder> {
  const made = temporaryFolder('records');
  const models = process.env[MODELS.folder];
  if (models !== undefined) cpSync(await modelIn(models), made.path, { recursive: true });
  return made;
}

async function modelIn(models: string): Promise<string> {
  const model = join(models, 'data');
  if (existsSync(model)) return model;
  const draft = join(models, `draft-${process.pid}`);
  await (await recordsIn(draft)).stop();
  try {
    renameSync(draft, model);
  } catch {
    // Another worker was first.
  }
  return model;
}
