/** Resolves when nobody is connected any more, or after so many milliseconds. */
export async function waitUntilGone(
  namespaces: readonly { readonly sockets: { readonly size: number } }[],
  atMost: number,
): Promise<void> {
  const end = performance.now() + atMost;
  while (namespaces.some(({ sockets }) => sockets.size > 0) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
