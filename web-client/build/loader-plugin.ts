import { readdirSync } from 'node:fs';
import { build, type Plugin } from 'vite';
import { TARGET } from './target';

/**
 * Builds `embed.js` after the chat, apart from it: one classic script that shares no chunk and leaves no name in the
 * scope of the page that includes it.
 */
export function loaderPlugin(folder: string): Plugin {
  const sources = `${folder}/src/embed`;
  return {
    name: 'haven-loader',
    apply: 'build',
    buildStart() {
      for (const file of readdirSync(sources)) this.addWatchFile(`${sources}/${file}`);
    },
    async closeBundle() {
      await build({
        configFile: false,
        root: folder,
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir: 'dist',
          emptyOutDir: false,
          target: TARGET,
          rolldownOptions: {
            input: `${sources}/embed.ts`,
            output: { format: 'iife', entryFileNames: 'embed.js' },
          },
        },
      });
    },
  };
}
