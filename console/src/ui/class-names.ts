/** Class names that hold, joined. CSS Modules type every name as possibly missing; React Aria wants a string. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ');
