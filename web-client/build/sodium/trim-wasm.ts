import { callsOf } from './wasm-calls';
import { readModule, type WasmModule } from './wasm-module';
import { leb128 } from './wasm-reader';

/** No locals, `unreachable`, end: calling it stops the program instead of computing something wrong. */
const STOP = [0x00, 0x00, 0x0b] as const;

/** The getters of constants, all of which are called at the start, are no longer than this. */
const TINY = 9;

function reachable(module: WasmModule, roots: readonly number[]): ReadonlySet<number> {
  const { bytes, imported, bodies, types, table } = module;
  const found = new Set<number>();
  const indirect = new Set<number>();
  const open = [...roots];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const body = bodies[index - imported];
    if (found.has(index) || body === undefined) continue;
    found.add(index);
    const calls = callsOf(bytes, body);
    open.push(...calls.direct);
    for (const type of calls.indirect) {
      if (indirect.has(type)) continue;
      indirect.add(type);
      // Any function of that type in the table may be the one that is called.
      open.push(...table.filter((each) => types[each - imported] === type));
    }
  }
  return found;
}

/**
 * Takes the bodies out of all functions that the given exports can never reach. What stays, stays byte for byte; every
 * function keeps its number.
 * @throws TypeError for an export that is not there, or a module it cannot read
 */
export function trimWasm(bytes: Uint8Array, exportsUsed: readonly string[]): Uint8Array {
  const module = readModule(bytes);
  const { imported, bodies, exports, code } = module;
  const roots = exportsUsed.map((name) => {
    const index = exports.get(name);
    if (index === undefined) throw new TypeError(`the module exports no ${name}`);
    return index;
  });
  const getters = [...exports.values()].filter((index) => {
    const body = bodies[index - imported];
    return body !== undefined && body.end - body.start <= TINY;
  });
  const kept = reachable(module, [...roots, ...getters]);
  const section = [...leb128(bodies.length)];
  bodies.forEach(({ start, end }, at) => {
    const body = kept.has(at + imported) ? bytes.subarray(start, end) : STOP;
    section.push(...leb128(body.length));
    for (const byte of body) section.push(byte);
  });
  const [CODE] = bytes.subarray(code.start, code.start + 1);
  return Uint8Array.from([
    ...bytes.subarray(0, code.start),
    CODE ?? 0,
    ...leb128(section.length),
    ...section,
    ...bytes.subarray(code.end),
  ]);
}
