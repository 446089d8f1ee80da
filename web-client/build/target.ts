/** The oldest browsers that can chat: libsodium's WebAssembly and workers that are modules ask for these. */
export const TARGET = ['chrome94', 'firefox114', 'safari15.4'];
