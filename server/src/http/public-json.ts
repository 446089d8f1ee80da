import { brotliCompressSync } from 'node:zlib';
import type { ServedFile } from './files';

/** What anybody may fetch, compressed once for as long as it reads the same: a visitor's network may be slow. */
export function createPublicJson(): (value: unknown) => ServedFile {
  let last = '';
  let file: ServedFile | null = null;
  return (value) => {
    const text = JSON.stringify(value);
    if (file === null || text !== last) {
      const body = Buffer.from(text);
      last = text;
      file = { type: 'application/json; charset=utf-8', etag: '', body, brotli: brotliCompressSync(body) };
    }
    return file;
  };
}
