import { trimWasm } from './trim-wasm';
import { FUNCTIONS_USED, NATIVE_ALWAYS } from './used';

const WASM = '("AGFz';
const EXPORT = /\._(\w+)=\w+\.([\w$]+)/g;
const WRAPPERS = /var \w+=(\["crypto_[^\]]*"\]),\w+=\[([\w$,]+)\]/;

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
  const short = new Map([...code.matchAll(EXPORT)].map(([, name = '', letter = '']) => [name, letter]));
  const used = [...FUNCTIONS_USED, ...NATIVE_ALWAYS].flatMap((name) => short.get(name) ?? []);
  const bytes = Buffer.from(code.slice(call + WASM.length - 4, end), 'base64');
  const text = JSON.stringify(Buffer.from(trimWasm(bytes, used)).toString('latin1'));
  return `${code.slice(0, decoder)}Uint8Array.from(${text},(c)=>c.charCodeAt(0))${code.slice(end + 2)}`;
}

/** The wrappers with only those functions in their list that the chat calls; the bundler drops the others. */
export function trimWrappers(code: string): string {
  const found = WRAPPERS.exec(code);
  const names = JSON.parse(found?.[1] ?? '[]') as readonly string[];
  const functions = found?.[2]?.split(',') ?? [];
  if (found === null || names.length !== functions.length) {
    throw new TypeError('libsodium-wrappers lists its functions in another way than it used to');
  }
  const kept = names.flatMap((name, at) =>
    FUNCTIONS_USED.includes(name) ? [{ name, made: functions[at] }] : [],
  );
  const [, list = '', values = ''] = found;
  const shorter = found[0]
    .replace(list, JSON.stringify(kept.map(({ name }) => name)))
    .replace(`[${values}]`, `[${kept.map(({ made }) => made).join(',')}]`);
  return code.replace(found[0], () => shorter);
}
