/** What loader and frame say to each other, always with the exact origin of the other. */
export type ToLoader = {
  /** exit: blank the page and leave. hide: fold the chat away. attention: something happened while it was folded. */
  readonly haven: 'exit' | 'hide' | 'attention';
};
export type ToFrame = { readonly haven: 'exit' | 'shown' | 'hidden' };

/** The word of a message that has the shape of ours. */
export const wordOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'haven' in data ? data.haven : null;
