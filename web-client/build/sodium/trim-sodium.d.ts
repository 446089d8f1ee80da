/**
 * libsodium's module with the WebAssembly it embeds, as base64, made smaller in two ways: functions that the chat can
 * never reach lose their bodies, and each byte becomes one character, so that brotli finds the repetitions that base64
 * hides from it. It stays one script, as the worker that runs it may not fetch anything.
 */
export declare function trimSodium(code: string): string;
/** The wrappers with only those functions in their list that the chat calls; the bundler drops the others. */
export declare function trimWrappers(code: string): string;
//# sourceMappingURL=trim-sodium.d.ts.map
