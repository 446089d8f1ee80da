/** How much is measured; what is measured is the same. Times in milliseconds. */
export type Plan = {
  readonly pairs: number;
  readonly chatsPerCounsellor: number;
  readonly rounds: number;
  readonly framesPerSecond: number;
  readonly rateTime: number;
  readonly fullSpeedTime: number;
  readonly inFlight: number;
  readonly idleVisitors: number;
  readonly connections: number;
  readonly connectionRounds: number;
  readonly waiting: readonly [number, number];
  readonly decisions: number;
  /** Of the board, a second apart, in each of its pages. */
  readonly boardUpdates: number;
};

export const FULL: Plan = {
  pairs: 500,
  chatsPerCounsellor: 4,
  rounds: 7,
  framesPerSecond: 1_000,
  rateTime: 10_000,
  fullSpeedTime: 10_000,
  inFlight: 4,
  idleVisitors: 9_000,
  connections: 4_000,
  connectionRounds: 5,
  waiting: [50, 5_000],
  decisions: 300,
  boardUpdates: 60,
};

export const QUICK: Plan = {
  ...FULL,
  rounds: 4,
  rateTime: 1_500,
  fullSpeedTime: 1_500,
  idleVisitors: 3_000,
  connections: 1_000,
  connectionRounds: 3,
  decisions: 40,
  boardUpdates: 8,
};
