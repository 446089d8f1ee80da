import { brotliCompressSync, constants } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** What a response weighs: brotli at its best, of what really came. */
export type Weighed = {
  /** Path, without the hash of the build. */
  readonly name: string;
  readonly bytes: number;
  /** How the server sent it. */
  readonly encoding: string;
};

const brotliBytes = (content: Buffer): number =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  }).length;

const nameOf = (url: string): string => new URL(url).pathname.replace(/-[\w-]{8}(?=\.\w+$)/, '');

export async function weigh(response: Response): Promise<Weighed> {
  const body = await response.body();
  return {
    name: nameOf(response.url()),
    // What is so small that brotli makes it larger travels as it is.
    bytes: Math.min(body.length, brotliBytes(body)),
    encoding: response.headers()['content-encoding'] ?? 'none',
  };
}

/** Every response of an origin to a page and its workers, in the order they came; not the sockets. */
export function responsesOf(page: Page, origin: string): readonly Response[] {
  const all: Response[] = [];
  page.on('response', (response) => {
    const isOurs = new URL(response.url()).origin === origin && !response.url().includes('/socket.io/');
    if (isOurs && response.request().method() === 'GET') all.push(response);
  });
  return all;
}

export const sum = (weights: readonly Weighed[]): number =>
  weights.reduce((total, { bytes }) => total + bytes, 0);

/** For the name of a test or the message of a failure: the heaviest first. */
export const inWords = (weights: readonly Weighed[]): string =>
  [...weights]
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(1)}`)
    .join(', ');
