import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { messagesPlugin } from './build/messages-plugin.ts';

const folder = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const assets = 'console/assets';

/** Nothing is painted before the chosen theme is known: a white flash at three in the morning hurts. */
const holdFirstPaint: Plugin = {
  name: 'haven-hold-first-paint',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

export default defineConfig({
  root: folder,
  plugins: [react(), messagesPlugin(folder), holdFirstPaint],
  build: {
    outDir: 'dist',
    assetsDir: assets,
    target: 'es2022',
    sourcemap: true,
    // A data: URL would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        // The server gives scripts of this name the policy of the code that holds the keys.
        entryFileNames: `${assets}/crypto-worker-[hash].js`,
        chunkFileNames: `${assets}/crypto-worker-part-[hash].js`,
      },
    },
  },
});
