import { readFileSync } from 'node:fs';

/** The clock of /proc/PID/stat counts in hundredths of a second on every Linux we know. */
const TICKS_PER_SECOND = 100;

/** Milliseconds of processor time, user and system, that processes have used so far. */
export function processTime(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it may contain anything; utime and stime are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return (ticks.reduce((sum, value) => sum + value, 0) * 1_000) / TICKS_PER_SECOND;
}

/** Bytes of memory a process occupies. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1_024;
}
