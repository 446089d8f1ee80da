import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Kills what is left when this process is gone, even by kill -9, which runs no handler: the pipe to the guard closes
 * with us. One guard per process.
 */
const GUARD = `
pids=' '
while read -r sign pid; do
  case $sign in
    +) pids="$pids$pid " ;;
    -) pids=$(printf '%s' "$pids" | sed "s/ $pid / /") ;;
  esac
done
for pid in $pids; do kill -9 "$pid" 2>/dev/null; done
`;

let guard: ChildProcess | undefined;

function tellGuard(sign: '+' | '-', pid: number): void {
  if (guard === undefined) {
    // In a group of its own, so that Ctrl-C does not end it before it has done its work.
    guard = spawn('/bin/sh', ['-c', GUARD], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    guard.unref();
    const pipe = guard.stdin as (NodeJS.WritableStream & { unref?(): void }) | null;
    pipe?.on('error', () => undefined);
    pipe?.unref?.();
  }
  guard.stdin?.write(`${sign} ${pid}\n`);
}

/** A child process that does not outlive this one. */
export type Child = {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Resolves when it has ended. */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly running: () => boolean;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
};

export function startChild(command: string, args: readonly string[], options: SpawnOptions): Child {
  const child = spawn(command, args, options);
  const { pid } = child;
  const exited = new Promise<Awaited<Child['exited']>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (pid !== undefined) tellGuard('-', pid);
      resolve({ code, signal });
    });
  });
  exited.catch(() => undefined);
  if (pid === undefined) throw new Error(`${command} could not be started`);
  tellGuard('+', pid);
  const running = () => child.exitCode === null && child.signalCode === null;
  return {
    process: child,
    pid,
    exited,
    running,
    end: async (signal) => {
      if (running()) child.kill(signal);
      await exited;
    },
  };
}

/** A new empty folder and the way to remove it. */
export function temporaryFolder(name: string): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `haven-${name}-`));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}
