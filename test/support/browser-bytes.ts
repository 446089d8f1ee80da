import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Page } from 'playwright-core';

/** What a file weighs on its way. */
export type Weighed = {
  /** Path, without the hash of the build. */
  readonly name: string;
  readonly bytes: number;
  readonly encoding: string;
};

const nameOf = (url: string): string => new URL(url).pathname.replace(/-[\w-]{8}(?=\.\w+$)/, '');

/** Asks for the file as a browser does and counts the bytes of the body that come. */
async function weigh(url: string): Promise<Weighed> {
  const [response] = (await once(get(url, { headers: { 'accept-encoding': 'br' } }), 'response')) as [
    IncomingMessage,
  ];
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  return { name: nameOf(url), bytes, encoding: response.headers['content-encoding'] ?? 'none' };
}

export const weighAll = (urls: readonly string[]): Promise<readonly Weighed[]> =>
  Promise.all(urls.map(weigh));

/** Every file of an origin that a page and its workers were given, in the order they came; not the sockets. */
export function filesGiven(page: Page, origin: string): readonly string[] {
  const all: string[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    const isFile = response.request().method() === 'GET' && !url.pathname.startsWith('/socket.io');
    if (url.origin === origin && isFile && response.ok()) all.push(url.href.replace(/#.*/, ''));
  });
  return all;
}

export const sum = (weights: readonly Weighed[]): number =>
  weights.reduce((total, { bytes }) => total + bytes, 0);

/** For people: the heaviest first, in kilobytes. */
export const inWords = (weights: readonly Weighed[]): string =>
  [...weights]
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(1)}`)
    .join(', ');
