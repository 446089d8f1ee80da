import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Station, TRANSITIONS, hasArrow, mayMove } from './transitions';

const DOCUMENT = new URL('../../../docs/desk.md', import.meta.url);

/** `from --> to: by, by` of the diagram, one line per arrow and command. */
function drawn(): readonly string[] {
  const diagram =
    /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(readFileSync(DOCUMENT, 'utf8'))?.[1] ?? '';
  const lines = diagram.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const arrow = /^ {2}(\S+) --> (\S+): (.+)$/.exec(line);
    if (arrow === null) throw new Error(`Not an arrow with commands: ${line}`);
    const [, from, to, commands = ''] = arrow;
    return commands.split(', ').map((by) => `${from} --> ${to}: ${by}`);
  });
}

const station = (name: Station) => (name === 'none' ? '[*]' : name);

describe('The transitions of a chat', () => {
  it('are those of the diagram in docs/desk.md, no more and no less', () => {
    const coded = TRANSITIONS.flatMap(({ from, to, by }) =>
      by.map((command) => `${station(from)} --> ${station(to)}: ${command}`),
    );
    expect(drawn().toSorted()).toEqual(coded.toSorted());
    expect(new Set(coded).size).toBe(coded.length);
  });

  it('let a command change the phase along an arrow only', () => {
    expect(mayMove('waiting', 'claim', 'active')).toBe(true);
    expect(mayMove('ended', 'claim', 'active')).toBe(false);
    expect(mayMove('waiting', 'set-safety', 'waiting')).toBe(true);
    expect(hasArrow('ended', 'close')).toBe(false);
  });
});
