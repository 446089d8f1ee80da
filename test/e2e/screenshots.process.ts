import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Counsellor, type Stage, startStage, type Visitor } from '../support/browser-stage';

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const PHONE = { width: 390, height: 760 };
const DESKTOP = { width: 1360, height: 940 };
/** Where the organisation is, and who visits it. */
const HERE = { timezoneId: 'Europe/Amsterdam' };

type Line = readonly [by: 'visitor' | 'counsellor', text: string];

const LEAVING: readonly Line[] = [
  ['visitor', 'Hi. I am not sure if I am in the right place.'],
  ['counsellor', 'Hello, it is good that you are here. You do not have to give your name. What is going on?'],
  [
    'visitor',
    'My partner reads my phone. Yesterday he locked me out on the balcony. I do not dare to go home tonight',
  ],
  ['counsellor', 'That sounds frightening, and it is not your fault. Are you somewhere safe right now?'],
  ['visitor', 'Yes, in the library. The children are with me 😔'],
  [
    'counsellor',
    'Good that you thought of that. Then we have time. Is there anyone you could stay with tonight?',
  ],
  ['visitor', 'My sister in Haarlem maybe'],
];

const STALKED: readonly Line[] = [
  ['visitor', 'My ex stands in front of my work every day. Can the police do something?'],
  ['counsellor', 'Yes, that is stalking. I will explain what they can do, and what we can do before that.'],
];

const WORRIED: readonly Line[] = [
  ['visitor', 'I think my neighbour is being hit. What can I do without making it worse?'],
];

async function enter(
  stage: Stage,
  topics: Parameters<Visitor['chat']['answer']>[0],
  viewport = PHONE,
): Promise<Visitor> {
  const visitor = await stage.visitor(stage.haven.nodes[1].url, 'en', {
    ...HERE,
    viewport,
    deviceScaleFactor: 2,
  });
  await visitor.chat.start();
  await visitor.chat.answer(topics);
  await visitor.chat.enter();
  await visitor.chat.title('wait.title').or(visitor.chat.title('chat.title')).first().waitFor();
  return visitor;
}

async function talk(visitor: Visitor, { desk }: Counsellor, lines: readonly Line[]): Promise<void> {
  await desk.claimOffer();
  await visitor.chat.talkingWith('Noor');
  await desk.secure();
  for (const [by, text] of lines) {
    if (by === 'visitor') {
      await visitor.chat.send(text);
      await desk.showsLine(text);
    } else {
      await desk.send(text);
      await visitor.chat.showsLine(text);
    }
  }
}

async function takePictures(stage: Stage): Promise<void> {
  const noor = await stage.counsellor(stage.haven.nodes[0].url, 'noor', 'en', {
    ...HERE,
    viewport: DESKTOP,
  });
  await noor.desk.bePresent('available');
  const stalked = await enter(stage, { forWhom: 'myself', topics: ['safety'], region: 'Amsterdam' });
  await talk(stalked, noor, STALKED);
  await noor.desk.judge('orange');
  const worried = await enter(stage, { forWhom: 'someone-else', topics: ['children'], region: 'Amsterdam' });
  await talk(worried, noor, []);
  const leaving = await enter(stage, {
    forWhom: 'myself',
    topics: ['partner', 'housing'],
    region: 'Amsterdam',
  });
  await talk(leaving, noor, LEAVING);
  await noor.desk.judge('red');
  await noor.page
    .getByRole('textbox', { name: noor.desk.say('notes.label') })
    .fill('Library until 21:00. Sister: Haarlem.');
  // Two more wait, and one of the others wrote meanwhile.
  await enter(stage, { forWhom: 'professional', topics: ['safety'], region: 'Amsterdam' });
  await enter(stage, { forWhom: 'myself', topics: ['children', 'housing'], region: 'Haarlem' });
  for (const [, text] of WORRIED) await worried.chat.send(text);
  await noor.desk.text('chats.unread').waitFor({ state: 'attached' });
  await noor.desk.composer.fill('Shall we call her together? I can stay with you in this chat');
  await leaving.chat.text('chat.typing', { name: 'Noor' }).waitFor();
  await leaving.chat.write('Yes please');

  mkdirSync(IMAGES, { recursive: true });
  await leaving.page.screenshot({ path: `${IMAGES}visitor.png`, animations: 'disabled' });
  await noor.page.screenshot({ path: `${IMAGES}console.png`, animations: 'disabled' });
}

const stage = await startStage();
try {
  await takePictures(stage);
} finally {
  await stage.stop();
}
