import type { Measures } from './measure';

const WIDTH = 40;

const bar = (share: number) => {
  const full = Math.round(Math.min(1, share) * WIDTH);
  return '█'.repeat(full) + '·'.repeat(WIDTH - full);
};
const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);

const ROWS: readonly {
  readonly title: string;
  readonly share: (one: Measures, most: number) => number;
  readonly text: (one: Measures) => string;
}[] = [
  {
    title: 'answered within 60 s',
    share: (one) => one.answeredWithin60,
    text: (one) => percent(one.answeredWithin60),
  },
  { title: 'left while waiting', share: (one) => one.abandoned, text: (one) => percent(one.abandoned) },
  { title: 'turned away', share: (one) => one.turnedAway, text: (one) => percent(one.turnedAway) },
  {
    title: 'wait, mean (95 of 100 less than)',
    share: (one, most) => one.waitMean / most,
    text: (one) => `${one.waitMean} s (${one.wait95} s)`,
  },
  {
    title: 'chats per shift hour (least – most of one person)',
    share: (one) => one.chatsPerShiftHour.mean,
    text: ({ chatsPerShiftHour: { mean, least, most } }) => `${mean} (${least} – ${most})`,
  },
];

/** The measures side by side as bars, for a terminal. */
export function pictureOf(results: readonly (readonly [way: string, measures: Measures])[]): string {
  const longest = Math.max(1, ...results.map(([, { waitMean }]) => waitMean));
  const lines = ROWS.flatMap(({ title, share, text }) => [
    title,
    ...results.map(([way, one]) => `  ${way.padEnd(24)}${bar(share(one, longest))} ${text(one)}`),
    '',
  ]);
  return lines.join('\n');
}
