import type { Readable, Writable } from 'node:stream';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import { runKeys } from './command';
import { Refusal } from './host';
import { openTerminal } from './terminal';

export interface Surroundings {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
  readonly errors: Writable;
}

/** The key ceremony on this machine. @returns the exit code */
export const keys = async (
  args: readonly string[],
  { input, output, errors }: Surroundings,
): Promise<number> => {
  const sodium = await loadSodium();
  const terminal = openTerminal(input, output);
  try {
    await runKeys(args, {
      sodium,
      random: systemRandom(sodium),
      now: Date.now(),
      say: (line) => output.write(`${line}\n`),
      ask: (question, options) => terminal.ask(question, options),
    });
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    errors.write(`${error.message}\n`);
    return 1;
  } finally {
    terminal.close();
  }
};
