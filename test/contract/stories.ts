import type { ChatId, RegionId } from '@haven/shared/ids';
import { until } from '../support/until';
import type { House } from './house';
import { answers, counsellor, frameOf, type VisitorPeer, visitor } from './peers';

type Counsellor = Awaited<ReturnType<typeof counsellor>>;

/** A visitor and a counsellor in a linked chat; on different nodes where there are two. */
export type Pair = {
  readonly chat: ChatId;
  readonly visitor: VisitorPeer;
  readonly staff: Counsellor;
  /** The visitor's latest, and the counsellor's. */
  readonly capability: () => string;
  readonly staffCapability: () => string;
  /** So many frames in both directions, each seen by the other. */
  readonly exchange: (count: number) => Promise<void>;
  readonly leave: () => void;
};

export async function linkedPair(
  house: House,
  staffId: string,
  region: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Pair> {
  const here = house.nodes[0]?.url ?? '';
  const there = house.nodes.at(-1)?.url ?? '';
  const staff = await counsellor(there, staffId);
  const amina = await visitor(here, { headers });
  const entered = await amina.ask('chat:enter', answers({ region: region as RegionId }));
  const { chat } = entered.view;
  const claimed = await staff.ask('chat:claim', { chat });
  const view = await amina.told('view', ({ view: { phase } }) => phase === 'active');
  const member = view.view.members[0]!;
  const hello = frameOf(chat, { type: 'hello' });
  await amina.ask('link:open', { staffId: member.staffId, seat: staff.seat, frame: hello });
  await staff.told('frame', ({ frame }) => frame === hello);
  let n = 0;
  return {
    chat,
    visitor: amina,
    staff,
    capability: () => amina.pushes('view').at(-1)?.capability ?? entered.capability,
    staffCapability: () => staff.pushes('chat:changed').at(-1)?.capability ?? claimed.capability,
    exchange: async (count) => {
      for (const last = n + count; n < last; ) {
        n += 1;
        const mine = frameOf(chat, { n });
        const hers = frameOf(chat, { n, from: 'staff' });
        await Promise.all([amina.ask('frame', { frame: mine }), staff.ask('frame', { frame: hers })]);
        await until('both came', () => {
          const isThere = (frames: { frame: string }[], frame: string) =>
            frames.some((each) => each.frame === frame);
          return isThere(amina.pushes('frame'), hers) && isThere(staff.pushes('frame'), mine);
        });
      }
    },
    leave: () => {
      amina.leave();
      staff.leave();
    },
  };
}
