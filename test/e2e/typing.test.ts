import { expect, test } from 'vitest';
import { meet } from '../support/browser-stage';
import { stageOfFile } from '../support/stage-of-file';
import { until } from '../support/until';

const { stage } = stageOfFile();

test('that Sanne is typing stands whole above where Mila writes, however much was said before', async () => {
  const [a, b] = stage().haven.nodes;
  const { visitor, counsellor } = await meet(stage(), {
    staffId: 'sanne',
    name: 'Sanne',
    region: 'Alkmaar',
    counsellorAt: a.url,
    visitorAt: b.url,
  });
  const { chat, page } = visitor;
  await page.setViewportSize({ width: 390, height: 640 });
  for (let number = 1; number <= 8; number += 1)
    await chat.send(`Er is nog iets dat ik wil vertellen, ${number}`);
  await counsellor.desk.showsLine('Er is nog iets dat ik wil vertellen, 8');
  await counsellor.desk.composer.pressSequentially('Neem de tijd');
  const typing = chat.text('chat.typing', { name: 'Sanne' });
  const composer = page.locator('.composer');
  await typing.waitFor();
  // From the composer's upper edge; what is below zero would stand behind it.
  const room = await until('both are on the screen', async () => {
    const [line, below] = await Promise.all([typing.boundingBox(), composer.boundingBox()]);
    return line && below && { pixels: below.y - line.y - line.height };
  });
  expect(room.pixels).toBeGreaterThanOrEqual(0);
});
