import { type Plugin, runnerImport } from 'vite';

type Messages = Readonly<Record<string, string>>;

const LANGUAGES = ['nl', 'en'] as const;
const MARK = /\{\{(nl|en):([a-z.-]+)\}\}/g;
/** What the document says of messages that have an argument. */
const ARGUMENTS = /\{number\}/g;
const EMERGENCY = '<a class="call" href="tel:112">112</a>';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * Writes messages into the document, so that what it says without any script is what the application says: `{{nl:key}}`
 * becomes the Dutch message. Also fetches the application together with the small script that starts it.
 */
export function documentPlugin(folder: string): Plugin {
  return {
    name: 'haven-document',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const messages: Record<string, Messages> = {};
        for (const language of LANGUAGES) {
          const file = `${folder}/src/i18n/${language}.ts`;
          messages[language] = (await runnerImport<{ messages: Messages }>(file)).module.messages;
        }
        const written = html.replace(MARK, (mark, language: string, key: string) => {
          const message = messages[language]?.[key];
          if (message === undefined) throw new Error(`chat.html asks for ${mark}, which is no message`);
          return escaped(message).replace(ARGUMENTS, EMERGENCY);
        });
        const application = Object.values(bundle ?? {}).find(
          (file) => file.type === 'chunk' && file.isDynamicEntry && file.name === 'start',
        );
        if (application?.type !== 'chunk') return written;
        const entries = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk' && file.isEntry);
        const early = new Set([application.fileName, ...application.imports]);
        for (const { fileName } of entries) early.delete(fileName);
        return {
          html: written,
          tags: [...early].map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: '', href: `/${file}` },
            injectTo: 'head' as const,
          })),
        };
      },
    },
  };
}
