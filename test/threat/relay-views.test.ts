import { toBase64Url } from '@haven/shared/crypto/bytes';
import { authority, fatma, staffDevice } from '@haven/shared/crypto/testing/organisation';
import type { StaffPage } from '@haven/shared/endpoint/testing/staff-page';
import type { World } from '@haven/shared/endpoint/testing/world';
import type { DeskId, SeatId, StaffId } from '@haven/shared/ids';
import type { Member } from '@haven/shared/protocol/chat';
import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import {
  karim,
  lastHello,
  offerOf,
  prefixOf,
  sanne,
  saidByVisitor,
  SECRET,
  sodium,
  talking,
} from './support/lying-relay';

const BEFORE = [SECRET, 'Ben je nu veilig?'];

const member = (world: World, staffId: StaffId, role: Member['role'], seat?: SeatId): Member => ({
  staffId,
  displayName: 'Sanne',
  desk: 'almere' as DeskId,
  role,
  seat: seat ?? (toBase64Url(world.random(16)) as SeatId),
  epoch: null,
});

/** The relay says that these are the members; nobody asked it to. */
async function claimsThat(world: World, members: readonly Member[]): Promise<void> {
  world.desk.members = [...members];
  world.desk.version += 1;
  world.announce();
  await world.pass(seconds(10));
}

const theCounsellor = (world: World): Member => {
  const [counsellor] = world.desk.members;
  if (counsellor === undefined) throw new Error('The chat has no counsellor.');
  return counsellor;
};

const showsNothing = (page: StaffPage) => expect([...page.everShown]).toEqual([]);

describe('what the relay says about the chat', () => {
  test('a member nobody certified is told nothing, and the visitor is told', async () => {
    const { world } = await talking('uncertified member');
    const said = saidByVisitor(world).length;
    const own = await authority(sodium, world.random);
    const intruder = { staffId: 'inspector' as StaffId, displayName: 'Sanne', role: 'counsellor' } as const;
    const page = await world.hire(intruder, await staffDevice(sodium, own, intruder, world.random));
    await claimsThat(world, [member(world, intruder.staffId, 'counsellor', page.seat)]);
    world.visitor.say('Wie bent u?');
    await world.pass(minutes(1));
    expect(world.visitor.state).toMatchObject({
      counsellor: null,
      link: { state: 'broken', fault: 'not-vouched-for' },
    });
    expect(world.visitor.items.at(-1)).toMatchObject({ text: 'Wie bent u?', delivery: 'failed' });
    expect(saidByVisitor(world)).toHaveLength(said);
    showsNothing(page);
  });

  test('a counsellor who takes over sees nothing before the visitor has chosen', async () => {
    const { world } = await talking('taken over');
    const colleague = await world.hire(karim);
    world.desk.loseCounsellor();
    world.announce();
    colleague.claim();
    await world.pass(minutes(1));
    expect(world.visitor.state).toMatchObject({
      counsellor: { staffId: 'karim' },
      link: { state: 'secure' },
      shareWith: { staffId: 'karim', displayName: 'Karim' },
    });
    showsNothing(colleague);
    world.visitor.tell({ type: 'share', staffId: karim.staffId, choice: 'conversation' });
    await world.pass(seconds(5));
    expect(colleague.texts()).toEqual(BEFORE);
  });

  test('a colleague whom the counsellor did not name takes nothing over', async () => {
    const faults = { elsewhere: 'no-answer', inHisName: 'other-person' } as const;
    for (const [how, fault] of Object.entries(faults)) {
      const { world, staff } = await talking(`substituted colleague ${how}`);
      const device = await staffDevice(sodium, world.authority, fatma, world.random);
      const other = await world.hire(fatma, device);
      const ask = { staffId: karim.staffId, displayName: 'Karim', deskName: 'Almere', summary: null };
      staff.tell({ type: 'transfer-ask', chat: world.desk.id, ask });
      await world.pass(seconds(2));
      world.visitor.tell({ type: 'share', staffId: karim.staffId, choice: 'conversation' });
      const incoming = how === 'elsewhere' ? fatma.staffId : karim.staffId;
      await claimsThat(world, [theCounsellor(world), member(world, incoming, 'incoming', other.seat)]);
      if (how === 'inHisName') world.inject(await offerOf(world, device, lastHello(world)), 'visitor');
      await world.pass(minutes(4));
      showsNothing(other);
      expect(world.visitor.state).toMatchObject({
        counsellor: { staffId: 'sanne' },
        handingOver: null,
        handOverFault: fault,
      });
      world.visitor.say('Ik blijf bij u.');
      await world.pass(minutes(1));
      expect(staff.texts().at(-1)).toBe('Ik blijf bij u.');
      showsNothing(other);
    }
  });

  test('a transfer that no counsellor asked for opens no link', async () => {
    const { world, staff } = await talking('unasked transfer');
    const colleague = await world.hire(karim);
    const hellos = () => world.ring.all.filter(({ frame }) => prefixOf(frame).type === 0).length;
    const before = hellos();
    await claimsThat(world, [theCounsellor(world), member(world, karim.staffId, 'incoming', colleague.seat)]);
    world.visitor.tell({ type: 'share', staffId: karim.staffId, choice: 'conversation' });
    world.visitor.say('Bent u daar nog?');
    await world.pass(minutes(1));
    expect(hellos()).toBe(before);
    expect(staff.texts().at(-1)).toBe('Bent u daar nog?');
    showsNothing(colleague);
  });

  /** Noor has said yes to Karim, whom Sanne asked along. */
  async function together(label: string, choice: 'nothing' | 'conversation') {
    const { world, staff } = await talking(label);
    const colleague = await world.hire(karim);
    staff.consult(colleague);
    await world.pass(seconds(2));
    world.visitor.tell({ type: 'share', staffId: karim.staffId, choice });
    await world.pass(seconds(5));
    return { world, staff, colleague };
  }

  test('somebody who joins a chat unasked, by the relay’s word alone, gets no link', async () => {
    for (const role of ['joining', 'joined'] as const) {
      const { world, staff } = await talking(`unasked ${role}`);
      const colleague = await world.hire(karim);
      const hellos = () => world.ring.all.filter(({ frame }) => prefixOf(frame).type === 0).length;
      const before = hellos();
      await claimsThat(world, [theCounsellor(world), member(world, karim.staffId, role, colleague.seat)]);
      world.visitor.tell({ type: 'share', staffId: karim.staffId, choice: 'conversation' });
      world.visitor.say('Bent u alleen?');
      await world.pass(minutes(1));
      expect(hellos()).toBe(before);
      expect(world.visitor.state).toMatchObject({ joinAsk: null, joined: null });
      expect(staff.texts().at(-1)).toBe('Bent u alleen?');
      showsNothing(colleague);
    }
  });

  test('whoever joins under another name, or another role, than the visitor said yes to is refused', async () => {
    const asked = { staffId: karim.staffId, displayName: 'Karim', role: 'counsellor' } as const;
    const other = { ...asked, staffId: fatma.staffId } as const;
    for (const [label, ask, impostor] of [
      ['another name', asked, fatma],
      ['another role', { ...other, role: 'counsellor' }, fatma],
    ] as const) {
      const { world, staff } = await talking(`joins under ${label}`);
      const device = await staffDevice(sodium, world.authority, impostor, world.random);
      const page = await world.hire(impostor, device);
      staff.tell({ type: 'join-ask', chat: world.desk.id, ask });
      await world.pass(seconds(2));
      world.visitor.tell({ type: 'share', staffId: ask.staffId, choice: 'conversation' });
      await claimsThat(world, [theCounsellor(world), member(world, ask.staffId, 'joining', page.seat)]);
      world.inject(await offerOf(world, device, lastHello(world), { role: 'supervisor' }), 'visitor');
      await world.pass(seconds(5));
      expect(world.visitor.state).toMatchObject({ joined: null, joinFault: 'other-person' });
      world.visitor.say('Ik blijf bij u.');
      await world.pass(minutes(1));
      expect(staff.texts().at(-1)).toBe('Ik blijf bij u.');
      showsNothing(page);
    }
  });

  test('whoever was sent out and is put back by the relay reads nothing more', async () => {
    const { world, staff, colleague } = await together('sent out', 'conversation');
    expect(colleague.texts()).toEqual(BEFORE);
    world.visitor.tell({ type: 'send-out' });
    await world.pass(seconds(1));
    for (const epoch of [null, 2, 3]) {
      await claimsThat(world, [
        theCounsellor(world),
        { ...member(world, karim.staffId, 'joined', colleague.seat), epoch },
      ]);
      world.visitor.say(`Alleen voor u, ${epoch}.`);
      await world.pass(minutes(1));
    }
    expect([...colleague.everShown]).toEqual(BEFORE);
    expect(world.visitor.state?.joined).toBeNull();
    expect(staff.texts().at(-1)).toBe('Alleen voor u, 3.');
  });

  test('whoever has joined does not become the counsellor by the relay’s word', async () => {
    const { world, colleague } = await together('promoted', 'nothing');
    await claimsThat(world, [member(world, karim.staffId, 'counsellor', colleague.seat)]);
    await world.pass(minutes(1));
    expect(world.visitor.state).toMatchObject({ joined: null, shareWith: { staffId: 'karim' } });
    expect([...colleague.everShown].filter((text) => BEFORE.includes(text))).toEqual([]);
  });

  test('a former counsellor whom the relay puts back sees nothing of what came after her', async () => {
    const { world, staff } = await talking('put back');
    const former = theCounsellor(world);
    const colleague = await world.hire(karim);
    staff.handOver(colleague);
    await world.pass(seconds(2));
    world.visitor.tell({ type: 'share', staffId: karim.staffId, choice: 'conversation' });
    await world.pass(seconds(10));
    world.visitor.say('Alleen voor Karim.');
    await world.pass(seconds(5));
    expect(colleague.texts()).toEqual([...BEFORE, 'Alleen voor Karim.']);
    await claimsThat(world, [{ ...former, epoch: null }]);
    await world.pass(minutes(1));
    expect([...staff.everShown]).not.toContain('Alleen voor Karim.');
    expect(world.visitor.state?.shareWith).toMatchObject({ staffId: 'sanne' });
  });

  test('new links asked for without reason cost no message and show none twice', async () => {
    const { world, staff } = await talking('new links');
    for (let time = 0; time < 5; time += 1) {
      world.desk.requestLink(sanne.staffId, staff.seat);
      world.announce();
      world.visitor.say(`regel ${time}`);
      staff.say(`antwoord ${time}`);
      await world.pass(seconds(1));
    }
    await world.pass(minutes(3));
    const five = [0, 1, 2, 3, 4];
    for (const shown of [world.visitor.texts(), staff.texts()]) {
      expect(shown.toSorted()).toEqual(
        [...BEFORE, ...five.map((n) => `regel ${n}`), ...five.map((n) => `antwoord ${n}`)].toSorted(),
      );
      expect(shown.filter((text) => text.startsWith('regel'))).toEqual(five.map((n) => `regel ${n}`));
    }
  });

  test('a chat that the relay ends sends nothing afterwards', async () => {
    const { world, staff } = await talking('ended');
    world.desk.end();
    world.announce();
    await world.pass(seconds(1));
    const said = saidByVisitor(world).length;
    world.visitor.say('Wacht, nog één ding.');
    await world.pass(minutes(1));
    expect(world.visitor.refused).toEqual(['chat-over']);
    expect(saidByVisitor(world)).toHaveLength(said);
    expect(staff.texts()).toEqual(BEFORE);
  });
});
