import type { Span } from './wasm-module';
import { WasmReader } from './wasm-reader';

export type Calls = {
  /** Functions called by number. */
  readonly direct: readonly number[];
  /** Types of functions called through the table. */
  readonly indirect: readonly number[];
};

const CALL = 0x10;
const CALL_INDIRECT = 0x11;
const BRANCH_TABLE = 0x0e;
const REFERENCE_TO_FUNCTION = 0xd2;
const MORE = 0xfc;

/** What follows an instruction: so many numbers, or so many bytes. Instructions not named here stop the build. */
const NUMBERS = new Map<number, number>();
const BYTES = new Map<number, number>();
const span = (map: Map<number, number>, from: number, to: number, count: number): void => {
  for (let code = from; code <= to; code++) map.set(code, count);
};
for (const plain of [0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b]) NUMBERS.set(plain, 0);
for (const one of [0x02, 0x03, 0x04, 0x0c, 0x0d, 0x41, 0x42]) NUMBERS.set(one, 1);
span(NUMBERS, 0x20, 0x24, 1);
span(NUMBERS, 0x28, 0x3e, 2);
span(NUMBERS, 0x45, 0xc4, 0);
span(BYTES, 0x3f, 0x40, 1);
BYTES.set(0x43, 4);
BYTES.set(0x44, 8);

/** Those behind `MORE`: rounding to whole numbers, and copying and filling memory. */
const MORE_BYTES = new Map([0, 1, 2, 3, 4, 5, 6, 7].map((code) => [code, 0]));
MORE_BYTES.set(10, 2);
MORE_BYTES.set(11, 1);

/** All calls that a function can make. Throws at an instruction it does not know, rather than misread what follows. */
export function callsOf(bytes: Uint8Array, { start, end }: Span): Calls {
  const reader = new WasmReader(bytes, start);
  const direct: number[] = [];
  const indirect: number[] = [];
  reader.list(() => {
    reader.number();
    reader.byte();
  });
  while (reader.at < end) {
    const code = reader.byte();
    const numbers = NUMBERS.get(code);
    if (code === CALL || code === REFERENCE_TO_FUNCTION) direct.push(reader.number());
    else if (code === CALL_INDIRECT) {
      indirect.push(reader.number());
      reader.number();
    } else if (code === BRANCH_TABLE) {
      reader.list(() => reader.number());
      reader.number();
    } else if (numbers !== undefined) {
      for (let count = 0; count < numbers; count++) reader.number();
    } else {
      const length = code === MORE ? MORE_BYTES.get(reader.number()) : BYTES.get(code);
      if (length === undefined) throw new TypeError(`instruction ${code} is not known here`);
      reader.skip(length);
    }
  }
  return { direct, indirect };
}
