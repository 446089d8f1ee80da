import type { RegionId } from '@haven/shared/ids';
import { createClosing } from './closing';
import { type HavenServer, type ServerSettings, startServer } from './haven-server';
import { type Counsellor, type CounsellorOptions, createCounsellor, signInAs } from './people/counsellor';
import { createVisitor, type Visitor, type VisitorOptions } from './people/visitor';
import { startTwoNodes, type TwoNodes } from './two-nodes';
import { until } from './until';

/** One organisation with its nodes, and the people who come to it. */
export type House = {
  readonly nodes: readonly HavenServer[];
  /** Of the first node, unless the options name another address. */
  visitor(options?: Partial<VisitorOptions>): Promise<Visitor>;
  /** A visitor from the counsellor's region, in the queue. */
  visitorFor(counsellor: Counsellor, options?: Partial<VisitorOptions>): Promise<Visitor>;
  counsellor(staffId: string, options?: Partial<CounsellorOptions>): Promise<Counsellor>;
  stop(): Promise<void>;
};

export type HouseOfTwo = House & { readonly two: TwoNodes };

export async function openHouse(settings?: ServerSettings): Promise<House> {
  return openDoors([await startServer(settings)], () => undefined);
}

/** Two nodes and their Redis. */
export async function openHouseOfTwo(settings?: ServerSettings): Promise<HouseOfTwo> {
  const two = await startTwoNodes(settings);
  return { ...openDoors(two.nodes, () => two.stop()), two };
}

function openDoors(nodes: readonly HavenServer[], leave: () => Promise<void> | undefined): House {
  const closing = createClosing();
  closing.defer(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await leave();
  });
  const [first] = nodes;
  if (first === undefined) throw new Error('A house has a node.');
  const visitorWith: House['visitor'] = async (options) =>
    closing.add(await createVisitor({ url: first.url, ...options }));
  return {
    nodes,
    visitor: visitorWith,
    visitorFor: async (counsellor, options) => {
      const visitor = await visitorWith(options);
      const desk = counsellor.desk()?.self.desks[0] ?? 'general';
      const region = desk === 'general' ? null : (desk as string as RegionId);
      const error = await visitor.enter({ region, language: 'nl', forWhom: null, topics: [] });
      if (error !== null) throw new Error(`The visitor could not enter: ${error}`);
      return visitor;
    },
    counsellor: async (staffId, options) => {
      const url = options?.url ?? first.url;
      const signIn = options?.signIn ?? (await signInAs(url, staffId));
      return closing.add(await createCounsellor({ url, ...options, signIn }));
    },
    stop: closing.close,
  };
}

/** The counsellor takes the visitor's chat, and both have said a word. */
export async function meet(visitor: Visitor, counsellor: Counsellor): Promise<void> {
  const { chat } = visitor.view();
  const error = await counsellor.claim(chat);
  if (error !== null) throw new Error(`The chat could not be claimed: ${error}`);
  await talk(visitor, counsellor, 'Is daar iemand?', 'Ja, ik ben er.');
}

/** Both write a line, and each has read the other's. */
export async function talk(
  visitor: Visitor,
  counsellor: Counsellor,
  question: string,
  answer: string,
): Promise<void> {
  const { chat } = visitor.view();
  visitor.write(question);
  await until('the counsellor reads the question', () => counsellor.texts(chat).includes(question), {
    seen: () => ({ counsellor: counsellor.state(chat), visitor: visitor.state(), view: visitor.view() }),
  });
  counsellor.write(chat, answer);
  await until('the visitor reads the answer', () => visitor.texts().includes(answer), {
    seen: () => ({ counsellor: counsellor.state(chat), visitor: visitor.state() }),
  });
}
