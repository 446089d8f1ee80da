/** Reads WebAssembly's own kind of numbers and lists; throws where there is nothing left to read. */
export declare class WasmReader {
  readonly bytes: Uint8Array;
  at: number;
  constructor(bytes: Uint8Array, at?: number);
  byte(): number;
  skip(length: number): void;
  /** LEB128; of a signed one only the length is of interest here. */
  number(): number;
  text(): string;
  list<T>(read: () => T): T[];
}
export declare function leb128(value: number): number[];
//# sourceMappingURL=wasm-reader.d.ts.map
