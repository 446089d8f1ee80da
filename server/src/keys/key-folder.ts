import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './host';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** An option that takes a text, or the name of a file that holds it. */
export const contentOf = (textOrFile: string): string =>
  existsSync(textOrFile) ? readFileSync(textOrFile, 'utf8') : textOrFile;

/** The folder a ceremony works in. Files are one line, readable by their owner only, and never written over. */
export class KeyFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  path(name: string): string {
    return join(this.#path, name);
  }

  read(name: string, howToMake: string): string {
    if (!existsSync(this.path(name))) throw new Refusal(`${this.path(name)} is missing: ${howToMake}`);
    return readFileSync(this.path(name), 'utf8').trim();
  }

  /** Names of files of which the command would make the first, or the next. */
  names(): readonly string[] {
    return existsSync(this.#path) ? readdirSync(this.#path) : [];
  }

  /** To be asked before a person is shown or asked for anything. */
  refuseExisting(...names: readonly string[]): void {
    const existing = names.find((name) => existsSync(this.path(name)));
    if (existing !== undefined) {
      throw new Refusal(
        `${this.path(existing)} exists already and is not written over: choose another --folder.`,
      );
    }
  }

  write(name: string, line: string): string {
    mkdirSync(this.#path, { recursive: true, mode: OWNER_ONLY_FOLDER });
    try {
      writeFileSync(this.path(name), `${line}\n`, { mode: OWNER_ONLY_FILE, flag: 'wx' });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') this.refuseExisting(name);
      throw new Refusal(`${this.path(name)} could not be written: ${String(error)}`);
    }
    return this.path(name);
  }
}
