import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { documentPlugin } from './build/document-plugin';
import { errorWordsPlugin } from './build/error-words-plugin';
import { sodiumPlugin } from './build/sodium-plugin';
import { loaderPlugin } from './build/loader-plugin';
import { messagesPlugin } from './build/messages-plugin';
import { plainImportPlugin } from './build/plain-import-plugin';
import { TARGET } from './build/target';

const folder = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const assets = 'chat/assets';

export default defineConfig({
  root: folder,
  plugins: [
    plainImportPlugin,
    errorWordsPlugin,
    messagesPlugin(folder),
    documentPlugin(folder),
    loaderPlugin(folder),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    assetsDir: assets,
    target: TARGET,
    // A data: URL would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 400,
    rolldownOptions: { input: `${folder}/chat.html` },
  },
  worker: {
    format: 'es',
    plugins: () => [sodiumPlugin()],
    rolldownOptions: {
      output: {
        // The server gives scripts named crypto-worker the policy of the code that holds the keys.
        entryFileNames: `${assets}/[name]-[hash].js`,
        chunkFileNames: `${assets}/crypto-worker-part-[hash].js`,
      },
    },
  },
});
