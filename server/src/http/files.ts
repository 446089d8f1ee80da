import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|wasm)|image\/svg)/;

export type ServedFile = {
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
  /** The body in brotli; null when that saves nothing. */
  readonly brotli: Buffer | null;
};

/** The files below a folder, kept in memory in both forms; read again when one was changed. */
export type Files = {
  /** Null when there is none of that name. `name` is relative, with slashes, as it stands in a URL. */
  get(name: string): Promise<ServedFile | null>;
};

const compress = promisify(brotliCompress);
const SMALLEST_WORTH_IT = 512;

export function createFiles(path: string): Files {
  const folder = resolve(path);
  const known = new Map<string, { readonly changed: number; readonly file: Promise<ServedFile> }>();
  return {
    get: async (name) => {
      const type = TYPES[extname(name)];
      const full = join(folder, name);
      const isInside = full.startsWith(folder + sep) && !name.split('/').includes('..');
      if (type === undefined || name.includes('\0') || !isInside) return null;
      const found = await stat(full).catch(() => null);
      if (found === null || !found.isFile()) return null;
      const before = known.get(full);
      if (before?.changed === found.mtimeMs) return before.file;
      const file = load(full, type);
      known.set(full, { changed: found.mtimeMs, file });
      file.catch(() => known.delete(full));
      return file;
    },
  };
}

async function load(path: string, type: string): Promise<ServedFile> {
  const body = await readFile(path);
  const hash = createHash('sha256').update(body).digest('base64url');
  const isWorthIt = COMPRESSIBLE.test(type) && body.length >= SMALLEST_WORTH_IT;
  const brotli = isWorthIt ? await inBrotli(body, `${path}.${hash}.br`) : null;
  return { type, etag: `"${hash.slice(0, 27)}"`, body, brotli };
}

/** `laid`: where the build has laid it, for it takes seconds; its name says what it was made of. */
async function inBrotli(body: Buffer, laid: string): Promise<Buffer | null> {
  const compressed = await readFile(laid).catch(() =>
    compress(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  );
  return compressed.length < body.length ? compressed : null;
}
