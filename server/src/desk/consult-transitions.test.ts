import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONSULT_TRANSITIONS, type ConsultStation, mayConsult } from './consult-transitions';

const DOCUMENT = new URL('../../../docs/desk.md', import.meta.url);

/** The diagram below "## Consult": `from --> to: by, by`, one line per arrow and command. */
function drawn(): readonly string[] {
  const section = readFileSync(DOCUMENT, 'utf8').split('\n## Consult\n')[1] ?? '';
  const diagram = /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
  return [...diagram.matchAll(/^ {2}(\S+) --> (\S+): (.+)$/gm)].flatMap(([, from, to, commands = '']) =>
    commands.split(', ').map((by) => `${from} --> ${to}: ${by}`),
  );
}

const station = (name: ConsultStation) => (name === 'none' ? '[*]' : name);

describe('The transitions of a consult', () => {
  it('are those of the diagram in docs/desk.md, no more and no less', () => {
    const coded = CONSULT_TRANSITIONS.flatMap(({ from, to, by }) =>
      by.map((command) => `${station(from)} --> ${station(to)}: ${command}`),
    );
    expect(drawn().toSorted()).toEqual(coded.toSorted());
    expect(new Set(coded).size).toBe(coded.length);
  });

  it('let nobody be in a chat whom the visitor’s client has not linked with', () => {
    expect(mayConsult('accepted', 'consult-complete', 'joined')).toBe(true);
    expect(mayConsult('ringing', 'claim', 'joined')).toBe(false);
    expect(mayConsult('none', 'consult-ask', 'joined')).toBe(false);
    expect(mayConsult('joined', 'set-safety', 'joined')).toBe(true);
  });
});
