type Matrix = readonly (readonly number[])[];

/**
 * The best linear unbiased estimate of what the tables were summed from: least squares on everything published at once,
 * which contains every subtraction of one table from another. Also how uncertain it is, in units of the noise.
 */
export function attack(design: Matrix, published: readonly number[]) {
  const unknowns = design[0]?.length ?? 0;
  const normal = Array.from({ length: unknowns }, (_, i) =>
    Array.from({ length: unknowns }, (_unused, j) => sumOf(design, (row) => (row[i] ?? 0) * (row[j] ?? 0))),
  );
  const inverse = inverseOf(normal);
  const right = Array.from({ length: unknowns }, (_, i) =>
    sumOf(design, (row, at) => (row[i] ?? 0) * (published[at] ?? 0)),
  );
  return {
    estimate: inverse.map((row) => sumOf(row, (value, at) => value * (right[at] ?? 0))),
    uncertainty: inverse.map((row, at) => Math.sqrt(row[at] ?? 0)),
  };
}

const sumOf = <T>(list: readonly T[], of: (item: T, at: number) => number): number =>
  list.reduce((sum, item, at) => sum + of(item, at), 0);

/** Gauss and Jordan, with pivots. */
function inverseOf(matrix: Matrix): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.reduce(
      (best, row, at) =>
        at >= column && Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? at : best,
      column,
    );
    const found = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    const scale = found[column] ?? 1;
    const scaled = found.map((value) => value / scale);
    rows[column] = scaled;
    rows.forEach((row, at) => {
      const factor = row[column] ?? 0;
      if (at !== column && factor !== 0) {
        rows[at] = row.map((value, j) => value - factor * (scaled[j] ?? 0));
      }
    });
  }
  return rows.map((row) => row.slice(size));
}
