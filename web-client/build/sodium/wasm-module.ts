import { WasmReader } from './wasm-reader';

const HEADER_BYTES = 8;
const SECTION = { import: 2, function: 3, export: 7, element: 9, code: 10 } as const;
const FUNCTION_KIND = 0;
const END = 0x0b;

export type Span = { readonly start: number; readonly end: number };

/** As much of a module as it takes to tell which functions call which. */
export type WasmModule = {
  readonly bytes: Uint8Array;
  /** Functions from elsewhere come first in the numbering of functions. */
  readonly imported: number;
  readonly types: readonly number[];
  readonly bodies: readonly Span[];
  readonly exports: ReadonlyMap<string, number>;
  /** Functions that can be called through the table, by their type. */
  readonly table: readonly number[];
  /** The code section with its own header. */
  readonly code: Span;
};

export function readModule(bytes: Uint8Array): WasmModule {
  const sections = new Map<number, Span & { readonly header: number }>();
  const reader = new WasmReader(bytes, HEADER_BYTES);
  while (reader.at < bytes.length) {
    const header = reader.at;
    const id = reader.byte();
    const length = reader.number();
    sections.set(id, { header, start: reader.at, end: reader.at + length });
    reader.skip(length);
  }
  const section = (id: number): WasmReader => {
    const found = sections.get(id);
    if (found === undefined) throw new TypeError(`the module has no section ${id}`);
    return new WasmReader(bytes, found.start);
  };

  const imports = section(SECTION.import);
  const imported = imports.list(() => {
    imports.text();
    imports.text();
    if (imports.byte() !== FUNCTION_KIND) throw new TypeError('the module imports more than functions');
    return imports.number();
  }).length;

  const functions = section(SECTION.function);
  const types = functions.list(() => functions.number());

  const exported = section(SECTION.export);
  const exports = new Map<string, number>();
  exported.list(() => {
    const name = exported.text();
    const kind = exported.byte();
    const index = exported.number();
    if (kind === FUNCTION_KIND) exports.set(name, index);
  });

  const elements = section(SECTION.element);
  const table = elements
    .list(() => {
      if (elements.number() !== 0) throw new TypeError('the module fills its table in another way');
      while (elements.byte() !== END);
      return elements.list(() => elements.number());
    })
    .flat();

  const code = section(SECTION.code);
  const bodies = code.list(() => {
    const length = code.number();
    code.skip(length);
    return { start: code.at - length, end: code.at };
  });
  const span = sections.get(SECTION.code);
  return {
    bytes,
    imported,
    types,
    bodies,
    exports,
    table,
    code: { start: span?.header ?? 0, end: span?.end ?? 0 },
  };
}
