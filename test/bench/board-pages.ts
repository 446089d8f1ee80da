import { constants, setPriority } from 'node:os';
import type { Page } from 'playwright-core';
import { startPeople } from '../support/browser-people';
import { chromiumPath } from '../support/chromium';
import { type Closing, createClosing } from '../support/closing';
import { startServer } from '../support/haven-server';
import { startRedis } from '../support/redis-server';
import type { HouseJobs } from './load/house.process';
import { startLoad } from './measure/load-process';
import {
  beginTiming,
  longTasks,
  type Painting,
  paintingAfter,
  paintText,
  timeUpdates,
} from './measure/painting';
import { staffForBench, writeLargeOrganisation } from '../support/large-organisation';
import type { Plan } from './plan';
import { compare, compareWorst, type Measurement } from './report';

const DESKS = 50;
const COUNSELLORS = 500;
const WALL = { width: 1920, height: 1080 } as const;

const LATER = constants.priority.PRIORITY_LOW;

/** A page that is kept waiting longer than this is felt to be slow. */
const SMOOTH_MS = 50;

/** Such a house at work, and the two pages that show its board, in a browser. */
async function openBoardPages(closing: Closing) {
  const redis = closing.add(await startRedis());
  const organisation = closing.add(writeLargeOrganisation({ desks: DESKS, people: COUNSELLORS + 1 }));
  const server = closing.add(await startServer({ redisUrl: redis.url, env: organisation.env }));
  const [staffIds, supervisor] = [staffForBench(COUNSELLORS), staffForBench(COUNSELLORS + 1).at(-1)];
  const load = closing.add(startLoad<HouseJobs>('house.process'));
  // Five hundred consoles are on other machines: what they cost here may not keep the browser waiting.
  for (const pid of [load.pid, server.pid, redis.pid()]) setPriority(pid, LATER);
  await load.run('open', { port: server.target.port, desks: DESKS, staffIds });

  const people = closing.add(await startPeople(chromiumPath()));
  const arrive = () => people.arrive({ allowed: [server.url], viewport: WALL });
  const console = await arrive();
  await timeUpdates(console.page);
  await console.page.goto(`${server.url}/demo/sign-in/${supervisor}`);
  await console.page.locator('header').first().waitFor();
  await console.page.goto(`${server.url}/console/board`);
  await console.page.getByRole('row').nth(COUNSELLORS).waitFor();
  const openWall = async (): Promise<Page> => {
    await console.page.locator('summary').last().click();
    await console.page.locator('details form').last().getByRole('textbox').fill('Hal');
    await console.page.locator('details form').last().getByRole('button').click();
    const link = await console.page.locator('details input[readonly]').inputValue();
    const wall = await arrive();
    await timeUpdates(wall.page);
    await wall.page.goto(link);
    await wall.page.locator('[data-look]').first().waitFor();
    return wall.page;
  };
  const bare = await arrive();
  await timeUpdates(bare.page);
  await bare.page.goto('about:blank');
  return { load, board: console.page, openWall, bare: bare.page };
}

type House = Awaited<ReturnType<typeof openBoardPages>>;

async function measurePage(
  name: string,
  page: Page,
  { load, bare }: Pick<House, 'load' | 'bare'>,
  plan: Plan,
): Promise<readonly Measurement[]> {
  const [havens, floors]: [Painting[], Painting[]] = [[], []];
  const warmUp = 2;
  for (let turn = 0; turn < plan.boardUpdates + warmUp; turn += 1) {
    if (turn === warmUp) await beginTiming(page);
    if (turn === warmUp) await beginTiming(bare);
    const at = turn < warmUp ? turn : turn - warmUp;
    await load.run('second', { turn });
    havens.push(await paintingAfter(page, at));
    await paintText(bare, `update ${turn}`);
    floors.push(await paintingAfter(bare, at));
  }
  const long = await longTasks(page);
  const of = (paintings: readonly Painting[], part: keyof Painting) =>
    paintings.slice(warmUp).map((painting) => painting[part]);
  const what = (metric: string) => ({
    bench: 'board-pages',
    metric: `${name}, ${metric}`,
    unit: 'ms',
    goal: { kind: 'value-at-most', limit: SMOOTH_MS } as const,
  });
  return [
    compare(what('from an update to the screen'), of(havens, 'painted'), of(floors, 'painted')),
    compareWorst(what('the same, 95th percentile'), of(havens, 'painted'), of(floors, 'painted')),
    compare(what('main thread at an update'), of(havens, 'work'), of(floors, 'work')),
    compareWorst(what('the same, 95th percentile'), of(havens, 'work'), of(floors, 'work')),
    {
      ...what(`tasks above ${SMOOTH_MS} ms in ${plan.boardUpdates} updates`),
      unit: '',
      value: long.length,
      floor: null,
      ratio: null,
      goal: { kind: 'value-at-most', limit: 0 },
    },
  ];
}

/** What an update of the board costs the browser that shows it, beside a page that puts one text in place of another. */
export async function measureBoardPages(plan: Plan): Promise<readonly Measurement[]> {
  const closing = createClosing();
  try {
    const house = await openBoardPages(closing);
    const size = `${DESKS} desks/${COUNSELLORS} counsellors`;
    const board = await measurePage(`the console, ${size}`, house.board, house, plan);
    const wall = await house.openWall();
    await house.board.close();
    return [...board, ...(await measurePage(`the wall, ${size}`, wall, house, plan))];
  } finally {
    await closing.close();
  }
}
