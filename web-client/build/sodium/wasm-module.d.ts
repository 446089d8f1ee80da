export type Span = {
  readonly start: number;
  readonly end: number;
};
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
export declare function readModule(bytes: Uint8Array): WasmModule;
//# sourceMappingURL=wasm-module.d.ts.map
