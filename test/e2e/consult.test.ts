import { listAudit } from '@haven/server/records/audit-log';
import { hours } from '@haven/shared/units';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { meet, type Stage, startStage } from '../support/browser-stage';
import { createClosing } from '../support/closing';
import { recordsAt } from '../support/records';
import { until } from '../support/until';

const closing = createClosing();
let stage: Stage;
beforeAll(async () => {
  stage = closing.add(await startStage());
});
afterAll(closing.close);
tellScreensOfFailures(() => [stage.people.browser]);

/** Noor has Mila's chat at node A; Fatma, a supervisor, sits at node B. */
async function noorAsksFatma() {
  const [nodeA, nodeB] = stage.haven.nodes;
  const fatma = await stage.counsellor(nodeB.url, 'fatma');
  await fatma.desk.bePresent('busy');
  const met = await meet(stage, {
    staffId: 'noor',
    name: 'Noor',
    region: 'Amsterdam',
    counsellorAt: nodeA.url,
    visitorAt: nodeB.url,
  });
  const { visitor: mila, counsellor: noor } = met;
  await mila.chat.send('Hij heeft een sleutel van de voordeur');
  await noor.desk.showsLine('Hij heeft een sleutel van de voordeur');
  await noor.page.keyboard.press('Alt+j');
  await noor.page.getByRole('dialog', { name: noor.desk.say('consult.title') }).waitFor();
  await noor.page.keyboard.press('Escape');
  await noor.desk.askConsult('Fatma');
  await noor.desk.text('consult.ringing', { name: 'Fatma' }).waitFor();
  await fatma.desk.accept.click();
  await fatma.desk.text('consult.joining', { name: 'Noor' }).waitFor();
  const role = mila.chat.plain('join.supervisor');
  const who = { name: 'Noor', other: 'Fatma', role };
  const ask = mila.page.getByRole('region', { name: mila.chat.say('join.title', who) });
  await ask.waitFor();
  return { mila, noor, fatma, ask, who };
}

test('Mila lets Fatma in, sees that she is there, reads her, and sends her out again', async () => {
  const { mila, noor, fatma, ask, who } = await noorAsksFatma();
  expect(await fatma.desk.lines()).toEqual([]);
  await ask.getByRole('button', { name: mila.chat.say('join.conversation') }).click();
  const banner = mila.page.locator('.joined').getByText(mila.chat.say('join.here', who));
  await banner.waitFor();
  await noor.desk.text('consult.here', { name: 'Fatma' }).waitFor();
  await fatma.desk.text('consult.joined', { name: 'Noor' }).waitFor();
  await fatma.desk.text('consult.shared.conversation').waitFor();
  await fatma.desk.showsLine('Hij heeft een sleutel van de voordeur');
  const { db } = closing.add(await recordsAt(stage.haven.databaseUrl));
  const [joining] = await until('the audit log has who brought whom in', async () => {
    const { entries } = await listAudit(db, { before: null, by: null, act: 'colleague-joined' });
    return entries.length > 0 ? entries : undefined;
  });
  expect(joining).toMatchObject({ by: 'noor', about: 'fatma', reason: '' });
  expect((joining?.at ?? 1) % hours(1)).toBe(0);

  await fatma.desk.send('Dag, ik ben Fatma. We kunnen het slot laten vervangen.');
  await mila.chat.showsLine('Dag, ik ben Fatma. We kunnen het slot laten vervangen.');
  await noor.desk.showsLine('Dag, ik ben Fatma. We kunnen het slot laten vervangen.');
  expect(await mila.page.locator('.speaker').last().textContent()).toBe('Fatma');
  await noor.desk.send('Zal ik dat regelen?');
  await fatma.desk.showsLine('Zal ik dat regelen?');

  // A reload on her side, and on Mila's, costs nothing and asks nothing.
  await fatma.page.reload();
  await fatma.desk.showsLine('Zal ik dat regelen?');
  await mila.page.reload();
  await mila.chat.showsLine('Zal ik dat regelen?');
  await banner.waitFor();
  await mila.chat.send('Ja, graag');
  await fatma.desk.showsLine('Ja, graag');

  await mila.chat.button('join.out', { other: 'Fatma' }).click();
  await banner.waitFor({ state: 'detached' });
  await noor.desk.text('consult.over.sent-out', { name: 'Fatma' }).waitFor();
  await fatma.desk.text('chats.empty').waitFor();
  await mila.chat.send('Nu met z’n tweeën');
  await noor.desk.showsLine('Nu met z’n tweeën');
  expect(await fatma.page.getByText('Nu met z’n tweeën').count()).toBe(0);
  for (const { strangers, violations, errors } of [mila.watch, noor.watch, fatma.watch]) {
    expect({ strangers, violations, errors }).toEqual({ strangers: [], violations: [], errors: [] });
  }
  await Promise.all([mila, noor, fatma].map((person) => person.leave()));
});

test('Mila would rather be alone with Noor, and Fatma has seen nothing', async () => {
  const { mila, noor, fatma, ask } = await noorAsksFatma();
  await ask.getByRole('button', { name: mila.chat.say('join.no', { name: 'Noor' }) }).click();
  await noor.desk.text('consult.over.visitor-refused').waitFor();
  await fatma.desk.text('chats.empty').waitFor();
  await noor.desk.send('Dat is goed');
  await mila.chat.showsLine('Dat is goed');
  expect(await fatma.page.getByText('Hij heeft een sleutel').count()).toBe(0);
  await Promise.all([mila, noor, fatma].map((person) => person.leave()));
});
