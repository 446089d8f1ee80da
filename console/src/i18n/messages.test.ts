import MessageFormat from '@messageformat/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { messages as english } from './en/messages';
import type { ArgumentNames, MessageKey } from './message-types';
import { messages as dutch } from './nl/messages';

const argumentsOf = (language: string, message: string): readonly string[] => {
  const names = new Set<string>();
  const format = new MessageFormat(language, { requireAllArguments: true });
  const compiled = format.compile(message);
  for (let tries = 0; tries < 20; tries++) {
    try {
      compiled(Object.fromEntries([...names].map((name) => [name, 1])));
      return [...names].sort();
    } catch (error) {
      const missing = /'([^']+)'/.exec(String(error))?.[1];
      if (missing === undefined) throw error;
      names.add(missing);
    }
  }
  throw new Error(`No end to the arguments of: ${message}`);
};

describe('Messages', () => {
  it('compile, and take the same arguments in both languages', () => {
    const keys = Object.keys(dutch) as MessageKey[];
    const inEnglish = keys.map((key) => [key, argumentsOf('en', english[key])]);
    expect(inEnglish).toEqual(keys.map((key) => [key, argumentsOf('nl', dutch[key])]));
  });

  it('say nothing in English that is still Dutch', () => {
    const sameOnPurpose = new Set([
      'Haven',
      'partner',
      'stalking',
      'Alt',
      'Option',
      'Queue',
      'Volume',
      'Passkeys',
      'Link',
      'Week',
      'Week {week}, {from} – {until}',
      'Later',
      'Teams',
      'Team {name}',
      '',
    ]);
    const isOnlyArguments = (message: string) => !/\p{L}/u.test(message.replaceAll(/\{\w+\}/g, ''));
    const same = (Object.keys(dutch) as MessageKey[]).filter(
      (key) => english[key] === dutch[key] && !sameOnPurpose.has(dutch[key]) && !isOnlyArguments(dutch[key]),
    );
    expect(same).toEqual([]);
  });

  it('tell their arguments by their type', () => {
    expectTypeOf<ArgumentNames<'plain'>>().toEqualTypeOf<never>();
    expectTypeOf<ArgumentNames<'a {one} b {two}'>>().toEqualTypeOf<'one' | 'two'>();
    expectTypeOf<ArgumentNames<'{n, plural, =0{none} one{# of {all}} other{# x}} by {name}'>>().toEqualTypeOf<
      'n' | 'all' | 'name'
    >();
  });
});
