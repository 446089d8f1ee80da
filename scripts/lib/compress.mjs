import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const SERVED = /\.(?:js|css|html|svg|json|wasm)$/;

/**
 * Lays each file's smallest form beside it, named by what the file holds: whoever finds it knows that it is the same.
 * The server would make it again at every start.
 * @param {string} folder
 */
export async function compressBelow(folder) {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(
    names.filter((name) => SERVED.test(name)).map((name) => compressBeside(join(folder, name))),
  );
}

/** @param {string} path */
async function compressBeside(path) {
  const body = await readFile(path);
  const small = await compress(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
  await writeFile(`${path}.${createHash('sha256').update(body).digest('base64url')}.br`, small);
}
