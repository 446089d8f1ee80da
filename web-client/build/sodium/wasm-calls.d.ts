import type { Span } from './wasm-module';
export type Calls = {
  /** Functions called by number. */
  readonly direct: readonly number[];
  /** Types of functions called through the table. */
  readonly indirect: readonly number[];
};
/** All calls that a function can make. Throws at an instruction it does not know, rather than misread what follows. */
export declare function callsOf(bytes: Uint8Array, { start, end }: Span): Calls;
//# sourceMappingURL=wasm-calls.d.ts.map
