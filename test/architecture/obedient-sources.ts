import type { Sources } from './trial-workspace';

/** A small workspace that keeps every rule, with an import along every allowed arrow. */
export const obedientSources: Sources = {
  'shared/src/protocol/place.ts': `
    import * as z from 'zod/mini';
    export const place = z.number().check(z.gte(1));
    export type Place = z.infer<typeof place>;
  `,
  'shared/src/ids.ts': `
    import type { Place } from './protocol/place';
    export const first: Place = 1;
  `,
  'shared/src/ids.test.ts': `
    import { readFileSync } from 'node:fs';
    import { expect, it } from 'vitest';
    import { first } from './ids';
    it('is the first place', () => expect([first, typeof readFileSync]).toEqual([1, 'function']));
  `,
  'server/src/desk/wait/place.ts': `
    import type { Place } from '@haven/shared/protocol/place';
    export const next = (place: Place): Place => place + 1;
  `,
  'server/src/desk/queue.ts': `
    import { first } from '@haven/shared/ids';
    import { next } from './wait/place';
    export const second = next(first);
  `,
  'server/src/live/lease.ts': `
    export const leaseMilliseconds = 15_000;
  `,
  'server/src/live/memory.ts': `
    import { second } from '../desk/queue';
    export const chats = new Map<string, number>([['a', second]]);
  `,
  'server/src/relay/append.ts': `
    import { chats } from '../live/memory';
    export const count = (): number => chats.size;
  `,
  'server/src/visitor/enter.ts': `
    import { second } from '../desk/queue';
    import { count } from '../relay/append';
    export const enter = (): number => second + count();
  `,
  'server/src/app.ts': `
    import type { Configuration } from './config';
    import { enter } from './visitor/enter';
    export const createApp = (configuration: Configuration): number => configuration.port + enter();
  `,
  'server/src/config.ts': `
    export interface Configuration { readonly port: number }
    export const readConfiguration = (environment: Record<string, string | undefined>): Configuration => ({
      port: Number(environment['PORT'] ?? 3000),
    });
  `,
  'server/src/main.ts': `
    import { createApp } from './app';
    import { readConfiguration } from './config';
    process.exitCode = createApp(readConfiguration(process.env));
  `,
  'web-client/vite.config.ts': `
    import { defineConfig } from 'vite';
    export default defineConfig({});
  `,
  'web-client/src/crypto-worker/messages.ts': `
    import type { first } from '@haven/shared/ids';
    export type ToWorker = { readonly kind: 'start'; readonly place: typeof first };
  `,
  'web-client/src/crypto-worker/worker.ts': `
    import type { ToWorker } from './messages';
    self.addEventListener('message', (event: MessageEvent<ToWorker>) => self.postMessage(event.data.place));
  `,
  'web-client/src/title.ts': `
    export const title = 'Haven';
  `,
  'web-client/src/ui/panel.tsx': `
    import { first } from '@haven/shared/ids';
    import type { ToWorker } from '../crypto-worker/messages';
    const message: ToWorker = { kind: 'start', place: first };
    export const Panel = () => <p lang={document.documentElement.lang}>{message.place}</p>;
  `,
  'console/vite.config.ts': `
    import { defineConfig } from 'vite';
    export default defineConfig({});
  `,
  'console/src/crypto-worker/worker.ts': `
    import { first } from '@haven/shared/ids';
    self.addEventListener('message', () => self.postMessage(first));
  `,
  'console/src/title.ts': `
    export const title = 'Haven';
  `,
  'console/src/features/queue/queue-list.tsx': `
    import { first } from '@haven/shared/ids';
    export const QueueList = () => <p lang={document.documentElement.lang}>{first}</p>;
  `,
  'test/contract/start.test.ts': `
    import { second } from '@haven/server/desk/queue';
    import { first } from '@haven/shared/ids';
    import { expect, it } from 'vitest';
    it('comes after the first', () => expect(second).toBeGreaterThan(first));
  `,
};
