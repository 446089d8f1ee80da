import { trimWasm } from './trim-wasm';
import { FUNCTIONS_USED, NATIVE_ALWAYS } from './used';

const WASM = '("AGFz';
const EXPORT = /(\w+)\._(\w+)=\w+\.([\w$]+),/g;
const WRAPPERS = /var \w+=(\["crypto_[^\]]*"\]),\w+=\[([\w$,]+)\]/;
const CONSTANTS = /var \w+=(\["SODIUM_LIBRARY_VERSION_MAJOR"[^\]]*\]);/;

/** Whether the library may ask for something of this name, for itself or for a function that the chat calls. */
const isUsed = (name: string): boolean =>
  FUNCTIONS_USED.includes(name) ||
  NATIVE_ALWAYS.includes(name) ||
  (name.toLowerCase().endsWith('bytes') &&
    FUNCTIONS_USED.some((used) => used.startsWith(name.slice(0, name.lastIndexOf('_')))));

/** Start of the parenthesis that closes at `end`. The text before the WebAssembly holds no stray parentheses. */
function openingOf(code: string, end: number): number {
  let depth = 0;
  for (let at = end; at >= 0; at--) {
    if (code[at] === ')') depth++;
    if (code[at] === '(' && --depth === 0) return at;
  }
  throw new TypeError('libsodium decodes its WebAssembly in another way than it used to');
}

/**
 * libsodium's module with the WebAssembly it embeds, as base64, made smaller in two ways: functions that the chat can
 * never reach lose their bodies, and each byte becomes one character, so that brotli finds the repetitions that base64
 * hides from it. It stays one script, as the worker that runs it may not fetch anything.
 */
export function trimSodium(code: string): string {
  const call = code.indexOf(WASM);
  const end = code.indexOf('")', call);
  if (call < 0 || end < 0) throw new TypeError('libsodium embeds no WebAssembly any more');
  const decoder = openingOf(code, call - 1);
  const used: string[] = [];
  const before = code.slice(0, decoder).replace(EXPORT, (whole, _module, name: string, letter: string) => {
    if (!isUsed(name)) return '';
    used.push(letter);
    return whole;
  });
  const bytes = Buffer.from(code.slice(call + WASM.length - 4, end), 'base64');
  const text = JSON.stringify(Buffer.from(trimWasm(bytes, used)).toString('latin1'));
  return `${before}Uint8Array.from(${text},(c)=>c.charCodeAt(0))${code.slice(end + 2)}`;
}

const namesIn = (list: string | undefined): readonly string[] =>
  JSON.parse(list ?? '[]') as readonly string[];

/** The wrappers with only those functions and constants in their lists that the chat needs; the bundler drops the rest. */
export function trimWrappers(code: string): string {
  const functions = WRAPPERS.exec(code);
  const constants = CONSTANTS.exec(code);
  const names = namesIn(functions?.[1]);
  const values = functions?.[2]?.split(',') ?? [];
  if (functions === null || constants === null || names.length !== values.length) {
    throw new TypeError('libsodium-wrappers lists its functions in another way than it used to');
  }
  const [, list = '', made = ''] = functions;
  const [, numbers = ''] = constants;
  const kept = names.map((name, at) => ({ name, value: values[at] })).filter(({ name }) => isUsed(name));
  const shorter = functions[0]
    .replace(list, JSON.stringify(kept.map(({ name }) => name)))
    .replace(`[${made}]`, `[${kept.map(({ value }) => value).join(',')}]`);
  return code
    .replace(functions[0], () => shorter)
    .replace(numbers, JSON.stringify(namesIn(numbers).filter(isUsed)));
}
