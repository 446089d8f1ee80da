import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';

export interface Terminal {
  ask(question: string, options?: { readonly hidden: boolean }): Promise<string>;
  close(): void;
}

/**
 * Asks a person line by line. Piped input is read the same way, so that a ceremony can be rehearsed; its end answers
 * with nothing.
 */
export const openTerminal = (input: Readable & { readonly isTTY?: boolean }, output: Writable): Terminal => {
  let hidden = false;
  const echo = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (!hidden) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: echo, terminal: input.isTTY === true });
  // Ctrl-C ends the question, and so the command, without leaving it waiting.
  lines.on('SIGINT', () => lines.close());
  const answers = lines[Symbol.asyncIterator]();
  return {
    ask: async (question, options) => {
      output.write(question);
      hidden = options?.hidden === true;
      const answer = await answers.next();
      if (hidden) output.write('\n');
      hidden = false;
      return answer.done === true ? '' : answer.value;
    },
    close: () => {
      lines.close();
    },
  };
};
