import { createFiles } from '@haven/server/http/files';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { compressBelow } from '../../scripts/lib/compress.mjs';
import { temporaryFolder } from '../support/child';
import { createClosing } from '../support/closing';

const closing = createClosing();
afterEach(closing.close);

const PAGE = `<!doctype html><p>${'safe '.repeat(300)}</p>`;

test('The server sends what the build compressed, for as long as the file is what was compressed', async () => {
  const folder = temporaryFolder('served');
  closing.defer(folder.remove);
  const [files, path] = [createFiles(folder.path), join(folder.path, 'chat.html')];
  const served = async () => brotliDecompressSync((await files.get('chat.html'))?.brotli ?? '').toString();
  writeFileSync(path, PAGE);
  await compressBelow(folder.path);
  expect(await served()).toBe(PAGE);
  const [laid = '', ...more] = readdirSync(folder.path).filter((name) => name.endsWith('.br'));
  expect(more).toEqual([]);
  expect(await files.get(laid)).toBeNull();

  // Told from what the server would make by itself: something else lies there.
  writeFileSync(join(folder.path, laid), brotliCompressSync('laid by hand'));
  utimesSync(path, 1, 1);
  expect(await served()).toBe('laid by hand');
  writeFileSync(path, `${PAGE}!`);
  expect(await served()).toBe(`${PAGE}!`);
});
