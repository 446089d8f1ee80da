export declare const FUNCTIONS_USED: readonly string[];
/** What the library itself calls, whatever it is used for. */
export declare const NATIVE_ALWAYS: readonly string[];
//# sourceMappingURL=used.d.ts.map
