/** Counted as typing mistakes: letters added, left out or changed. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** A short name resembles many others, HOME and HOST for example. */
const tolerance = (name: string): number => (name.length < 6 ? 1 : 2);

/** One sentence for each variable that is set, not known, and looks like one that is. */
export function misspellings(
  known: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  return Object.keys(environment).flatMap((name) => {
    if (known.includes(name)) return [];
    const bare = name.replace(/^HAVEN_/, '').toUpperCase();
    const meant = known.find((candidate) => distance(bare, candidate) <= tolerance(candidate));
    return meant === undefined ? [] : [`${name} is not read; did you mean ${meant}?`];
  });
}
