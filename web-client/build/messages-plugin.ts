import { createRequire } from 'node:module';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';
import { type Plugin, runnerImport } from 'vite';

const PREFIX = 'virtual:messages/';
const RESOLVED = '\0messages/';
const RUNTIME = /^@messageformat\/runtime(\/|$)/;

/** What can be on the first screen; the rest is fetched while that one is read. */
const FIRST = /^(page|demo|unpinned|safe|clear|connect)\./;

/**
 * `virtual:messages/nl/first` and `…/later` are the two parts of `src/i18n/nl.ts` with every ICU message compiled to a
 * function: the page needs no parser and no eval.
 */
export function messagesPlugin(folder: string): Plugin {
  const compiler = createRequire(import.meta.url).resolve('@messageformat/core');
  return {
    name: 'haven-messages',
    resolveId(id) {
      if (id.startsWith(PREFIX)) return RESOLVED + id.slice(PREFIX.length);
      // The compiled functions import the runtime, which only the compiler declares.
      return RUNTIME.test(id) ? this.resolve(id, compiler, { skipSelf: true }) : null;
    },
    async load(id) {
      if (!id.startsWith(RESOLVED)) return null;
      const [language = '', part] = id.slice(RESOLVED.length).split('/');
      const file = `${folder}/src/i18n/${language}.ts`;
      const { module, dependencies } = await runnerImport<{ messages: Record<string, string> }>(file);
      for (const dependency of [file, ...dependencies]) this.addWatchFile(dependency);
      const messages = Object.entries(module.messages).filter(
        ([key]) => FIRST.test(key) === (part === 'first'),
      );
      return compileModule(
        new MessageFormat(language, { requireAllArguments: true }),
        Object.fromEntries(messages),
      );
    },
  };
}
