const LONGEST = 30;

/** A readable identifier after a name: `zoe`, or `zoe-2` where that is taken; `otherwise` for a name without letters. */
export function readableId(name: string, otherwise: string, isTaken: (id: string) => boolean): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const base = words.join('-').slice(0, LONGEST).replace(/-+$/, '') || otherwise;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}
