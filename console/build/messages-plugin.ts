import { createRequire } from 'node:module';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';
import { type Plugin, runnerImport } from 'vite';

const PREFIX = 'virtual:messages/';
const RESOLVED = '\0messages/';
const RUNTIME = /^@messageformat\/runtime(\/|$)/;

/**
 * `virtual:messages/nl` is `src/i18n/nl/messages.ts` with every ICU message compiled to a function: the page then
 * needs no parser and no eval.
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
      const language = id.slice(RESOLVED.length);
      const file = `${folder}/src/i18n/${language}/messages.ts`;
      const { module, dependencies } = await runnerImport<{ messages: Record<string, string> }>(file);
      for (const dependency of [file, ...dependencies]) this.addWatchFile(dependency);
      return compileModule(new MessageFormat(language, { requireAllArguments: true }), module.messages);
    },
  };
}
