import type { Plugin } from 'vite';

/**
 * Leaves `import()` what it is. Vite wraps it to fetch style sheets and chunks ahead; here there is one style sheet, in
 * the document, and the wrapper would be a third of the script that arms the exit.
 */
export const plainImportPlugin: Plugin = {
  name: 'haven-plain-import',
  enforce: 'pre',
  load(id) {
    return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null;
  },
};
