import { once } from 'node:events';
import { startChild } from '../../support/child';
import { programPath } from '../measure/load-process';

export type FloorNode = {
  readonly port: number;
  readonly pid: number;
  /** What it wrote to its error output. */
  readonly output: () => string;
  stop(): Promise<void>;
};

export async function startFloorNode(
  redisUrl: string,
  nodeOptions: readonly string[] = [],
): Promise<FloorNode> {
  const child = startChild(process.execPath, [...nodeOptions, programPath('floor.process'), redisUrl], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let output = '';
  child.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [{ port }] = (await once(child.process, 'message')) as [{ port: number }];
  return { port, pid: child.pid, output: () => output, stop: () => child.end('SIGKILL') };
}
