import { INSPECTABLE } from '../support/inspector';
import { createClosing } from '../support/closing';
import { startServer } from '../support/haven-server';
import { startRedis } from '../support/redis-server';
import { startTwoNodes } from '../support/two-nodes';
import { measureBoard } from './board';
import { measureBoardPages } from './board-pages';
import { measureConnections } from './connections';
import { measureDecisions } from './decisions';
import { startFloorNode } from './floor/floor-nodes';
import { measureFrames } from './frames';
import { measureIdleMemory } from './idle-memory';
import { NO_ANSWERS, openCounsellor } from './load/haven-pairs';
import type { PairJobs } from './load/pairs.process';
import { startLoad } from './measure/load-process';
import { staffForBench, writeOrganisation } from '../support/large-organisation';
import { FULL, type Plan, QUICK } from './plan';
import { asLine, asTable, type Measurement } from './report';
import { measureRoundTrips } from './round-trips';

async function benchFrames(plan: Plan): Promise<readonly Measurement[]> {
  const closing = createClosing();
  try {
    const { pairs: count, chatsPerCounsellor: perCounsellor } = plan;
    const floorRedis = closing.add(await startRedis());
    const floorNodes = [
      closing.add(await startFloorNode(floorRedis.url)),
      closing.add(await startFloorNode(floorRedis.url)),
    ] as const;
    const floorLoad = closing.add(startLoad<PairJobs>('pairs.process'));
    const floorPorts = [floorNodes[0].port, floorNodes[1].port] as const;
    await floorLoad.run('openFloor', { ports: floorPorts, count, perCounsellor });

    const organisation = closing.add(writeOrganisation(Math.ceil(count / perCounsellor)));
    const haven = closing.add(await startTwoNodes({ env: organisation.env }));
    const havenLoad = closing.add(startLoad<PairJobs>('pairs.process'));
    const havenPorts = [haven.nodes[0].target.port, haven.nodes[1].target.port] as const;
    const staffIds = staffForBench(Math.ceil(count / perCounsellor));
    await havenLoad.run('openHaven', { ports: havenPorts, count, perCounsellor, staffIds });

    const measured = await measureFrames(
      { load: floorLoad, pids: [...floorNodes.map(({ pid }) => pid), floorRedis.pid()] },
      { load: havenLoad, pids: [...haven.nodes.map(({ pid }) => pid), haven.redis.pid()] },
      plan,
    );
    return [...measured, await measureRoundTrips(havenLoad, haven.redis)];
  } finally {
    await closing.close();
  }
}

async function benchVisitors(plan: Plan): Promise<readonly Measurement[]> {
  const closing = createClosing();
  try {
    const redis = closing.add(await startRedis());
    const floor = closing.add(await startFloorNode(redis.url, [INSPECTABLE]));
    const organisation = closing.add(writeOrganisation(1));
    const haven = closing.add(
      await startServer({ redisUrl: redis.url, nodeOptions: [INSPECTABLE], env: organisation.env }),
    );
    // Without anybody on duty nobody may wait.
    const [staffId = ''] = staffForBench(1);
    const counsellor = await openCounsellor(haven.target.port, staffId, 1, console.error);
    closing.defer(() => counsellor.leave());
    const floorTarget = { ...floor, namespace: '/', first: null };
    const havenTarget = {
      port: haven.target.port,
      pid: haven.pid,
      output: () => haven.output(),
      namespace: '/visitor',
      first: { event: 'chat:enter', payload: NO_ANSWERS },
    };
    return [
      ...(await measureConnections(floorTarget, havenTarget, plan)),
      ...(await measureIdleMemory(floorTarget, havenTarget, plan)),
    ];
  } finally {
    await closing.close();
  }
}

const BENCHES = {
  frames: benchFrames,
  visitors: benchVisitors,
  decisions: measureDecisions,
  board: measureBoard,
  'board-pages': measureBoardPages,
};

const [quick, wanted] = [
  process.argv.includes('--quick'),
  process.argv.slice(2).filter((word) => word in BENCHES),
];
const all: Measurement[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const measured = await bench(quick ? QUICK : FULL);
  for (const measurement of measured) console.log(asLine(measurement));
  all.push(...measured);
}
console.log(`\n${asTable(all)}`);
