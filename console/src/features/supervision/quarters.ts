/** 09:15, for the thirty-eighth quarter of an hour of a day. */
export const quarterLabel = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** The hours in which somebody came, with their four quarters. */
export const hoursOf = (
  quarters: readonly number[],
): readonly { readonly label: string; readonly from: number; readonly counts: readonly number[] }[] =>
  Array.from({ length: quarters.length / 4 }, (_, hour) => ({
    label: quarterLabel(hour * 4),
    from: hour * 4,
    counts: quarters.slice(hour * 4, hour * 4 + 4),
  })).filter(({ counts }) => counts.some((count) => count > 0));
