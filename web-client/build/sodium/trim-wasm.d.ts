/**
 * Takes the bodies out of all functions that the given exports can never reach. What stays, stays byte for byte; every
 * function keeps its number.
 * @throws TypeError for an export that is not there, or a module it cannot read
 */
export declare function trimWasm(bytes: Uint8Array, exportsUsed: readonly string[]): Uint8Array;
//# sourceMappingURL=trim-wasm.d.ts.map
