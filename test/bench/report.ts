/** Lower is better: value ÷ floor must stay below. Share: value ÷ floor must stay above. Own: the value itself. */
export type Goal =
  | { readonly kind: 'ratio-at-most'; readonly limit: number }
  | { readonly kind: 'ratio-at-least'; readonly limit: number }
  | { readonly kind: 'value-at-most'; readonly limit: number };

export type Measurement = {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  /** The same measured at the floor in the same run; null where there is none. */
  readonly floor: number | null;
  /** The median of the rounds' ratios: what disturbs the machine for a while disturbs both sides of a round. */
  readonly ratio: number | null;
  readonly unit: string;
  readonly goal: Goal | null;
};

export type Comparison = Pick<Measurement, 'bench' | 'metric' | 'unit' | 'goal'>;

/** Compares what was measured in turns: the same place in both lists is the same round. */
export function compare(what: Comparison, havens: readonly number[], floors: readonly number[]): Measurement {
  const ratios = havens.map((value, round) => value / (floors[round] ?? Number.NaN));
  return { ...what, value: median(havens), floor: median(floors), ratio: median(ratios) };
}

/** As `compare`, for what is seldom: so much or less in 95 of 100 rounds. */
export function compareWorst(
  what: Comparison,
  havens: readonly number[],
  floors: readonly number[],
): Measurement {
  const [value, floor] = [most(havens), most(floors)];
  return { ...what, value, floor, ratio: value / floor };
}

/** One line of JSON for machines. */
export function asLine(measurement: Measurement): string {
  const { bench, metric, value, floor, ratio, unit } = measurement;
  return JSON.stringify({
    bench,
    metric,
    value: rounded(value),
    floor: floor === null ? null : rounded(floor),
    ratio: rounded(ratio),
    unit,
  });
}

/** The whole run as a table for people. */
export function asTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { bench, metric, value, floor, ratio, unit } = measurement;
    return [
      bench,
      metric,
      `${shown(value)} ${unit}`,
      floor === null ? '' : `${shown(floor)} ${unit}`,
      ratio === null ? '' : `${ratio.toFixed(2)} ×`,
      goalText(measurement.goal),
      verdict(measurement),
    ];
  });
  const head = ['bench', 'metric', 'Haven', 'floor', 'ratio', 'goal', ''];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function goalText(goal: Goal | null): string {
  if (goal === null) return '';
  switch (goal.kind) {
    case 'ratio-at-most':
      return `≤ ${goal.limit} ×`;
    case 'ratio-at-least':
      return `≥ ${goal.limit} ×`;
    case 'value-at-most':
      return `≤ ${goal.limit}`;
  }
}

function verdict({ goal, value, ratio: measured }: Measurement): string {
  if (goal === null) return '';
  const ratio = measured ?? Number.NaN;
  const reached = {
    'ratio-at-most': ratio <= goal.limit,
    'ratio-at-least': ratio >= goal.limit,
    'value-at-most': value <= goal.limit,
  }[goal.kind];
  return reached ? 'reached' : 'missed';
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

const most = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

const rounded = (value: number | null) => (value === null ? null : Number(value.toPrecision(4)));
const shown = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
