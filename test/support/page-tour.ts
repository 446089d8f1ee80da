import type { Language } from '@haven/shared/protocol/organisation';
import { type Counsellor, type Stage, type Visitor } from './browser-stage';
import type { Page } from 'playwright-core';
import { startServer } from './haven-server';
import { visitorPage } from './page-visitor';

/** Called on every screen, when it stands there complete. */
export type Look = (screen: string, page: Page) => Promise<void>;

const WORDS = {
  nl: {
    first: 'Hoi, kan ik hier anoniem praten?',
    answer: 'Ja, dat kan. Fijn dat je er bent. Ben je nu op een veilige plek?',
    long: 'Ik zit in de badkamer, met de deur op slot. Hij is beneden. Vanmiddag heeft hij mijn telefoon afgepakt en nu weet ik niet of ik weg moet gaan of blijven.',
    summary: 'Belt vanuit de badkamer, twee kinderen in huis, wil vannacht naar haar zus.',
  },
  en: {
    first: 'Hi, can I talk here without a name?',
    answer: 'Yes, you can. It is good that you are here. Are you in a safe place now?',
    long: 'I am in the bathroom with the door locked. He is downstairs. This afternoon he took my phone and now I do not know whether to leave or to stay.',
    summary: 'In the bathroom, two children at home, wants to go to her sister tonight.',
  },
} as const;

export type Cast = {
  readonly visitor: Visitor;
  readonly counsellor: Counsellor;
  readonly colleague: Counsellor;
};

/** Esra and Noor work in Amsterdam, and a visitor comes. */
export async function castOf(stage: Stage, language: Language): Promise<Cast> {
  const [a, b] = stage.haven.nodes;
  const counsellor = await stage.counsellor(a.url, 'noor', language);
  const colleague = await stage.counsellor(b.url, 'thomas', language);
  // On duty, so that the queue is open, but taking nobody yet.
  await counsellor.desk.bePresent('pause');
  const visitor = await stage.visitor(b.url, language);
  return { visitor, counsellor, colleague };
}

/** Both sides from the first screen to the last, as one chat goes. */
export async function tour(
  { visitor, counsellor, colleague }: Cast,
  language: Language,
  visitorLook: Look,
  staffLook: Look,
): Promise<void> {
  const { chat, page } = visitor;
  const { desk } = counsellor;
  const words = WORDS[language];
  const seen = (screen: string) => visitorLook(screen, page);
  const onDuty = (screen: string) => staffLook(screen, counsellor.page);

  await onDuty('nobody waits');
  await seen('safe');
  await chat.button('page.options').click();
  await seen('options');
  await chat.button('page.close').click();
  await chat.start();
  await chat.title('ask.title').waitFor();
  await seen('questions');
  await chat.answer({ forWhom: 'myself', topics: ['safety', 'children'], region: 'Amsterdam' });
  await chat.enter();
  await chat.title('wait.title').waitFor();
  await seen('waiting');
  await onDuty('queue');
  await desk.presenceButton.click();
  await onDuty('presence');
  await counsellor.page.keyboard.press('Escape');
  await desk.bePresent('available');
  await desk.accept.waitFor();
  await onDuty('offer');
  await desk.claimOffer();
  await chat.talkingWith('Noor');
  await desk.secure();
  await chat.send(words.first);
  await desk.showsLine(words.first);
  await desk.send(words.answer);
  await chat.showsLine(words.answer);
  await chat.send(words.long);
  await desk.showsLine(words.long);
  await desk.judge('orange');
  await seen('conversation');
  await onDuty('conversation');
  await chat.button('chat.verified.open').click();
  await seen('six words');
  await chat.button('page.close').click();
  await chat.button('chat.end').click();
  await seen('stop?');
  await chat.button('chat.end.no').click();

  await desk.button('words.show').click();
  await onDuty('six words');
  await counsellor.page.keyboard.press('Escape');
  await desk.composer.fill('/');
  await counsellor.page
    .getByRole('listbox', { name: desk.say('canned.title') })
    .first()
    .waitFor();
  await onDuty('canned replies');
  await desk.composer.fill('');
  for (const [screen, button] of [
    ['settings', 'settings.title'],
    ['keys', 'keys.title'],
    ['end?', 'close.open'],
  ] as const) {
    await desk.button(button).click();
    await counsellor.page.getByRole(screen === 'end?' ? 'alertdialog' : 'dialog').waitFor();
    await onDuty(screen);
    await counsellor.page.keyboard.press('Escape');
    await counsellor.page.getByRole('heading', { name: desk.say(button) }).waitFor({ state: 'detached' });
  }

  await desk.button('close.open').click();
  await counsellor.page.getByRole('alertdialog').waitFor();
  await counsellor.page.getByRole('button', { name: new RegExp(`^${desk.plain('block.open')}`) }).click();
  await counsellor.page.getByRole('dialog').waitFor();
  // One takes the place of the other, and both at once hide all there is.
  await counsellor.page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await onDuty('block?');
  await counsellor.page.keyboard.press('Escape');
  await counsellor.page
    .getByRole('heading', { name: desk.say('block.title') })
    .waitFor({ state: 'detached' });

  await colleague.desk.bePresent('available');
  await desk.button('consult.open').click();
  await counsellor.page.getByRole('dialog').waitFor();
  await onDuty('ask to join');
  await counsellor.page.keyboard.press('Escape');
  await desk.askConsult('Thomas');
  await colleague.desk.accept.waitFor();
  await staffLook('asked to join', colleague.page);
  await colleague.desk.accept.click();
  await chat.button('join.nothing').waitFor();
  await seen('join?');
  await staffLook('joining', colleague.page);
  await chat.button('join.nothing').click();
  await chat.scope.locator('.joined').getByText(chat.say('join.here')).waitFor();
  await desk.text('consult.here').waitFor();
  await seen('joined');
  await onDuty('joined');
  await staffLook('has joined', colleague.page);
  await chat.button('join.out').click();
  await desk.text('consult.over.sent-out').waitFor();
  await desk.button('transfer.dismiss').click();

  await desk.button('transfer.open').click();
  await counsellor.page.getByRole('dialog').waitFor();
  await onDuty('hand over');
  await counsellor.page.keyboard.press('Escape');
  await desk.askTransfer('Thomas', words.summary);
  await onDuty('handing over');
  await colleague.desk.claimIncoming();
  await chat.handOver('Noor', 'Thomas').waitFor();
  await seen('hand over');
  await staffLook('incoming', colleague.page);
  await chat.share('stay', 'Noor');
  await desk.text('transfer.failed.visitor-refused').waitFor();
  await onDuty('refused');

  await chat.button('chat.end').click();
  await chat.button('chat.end.yes').click();
  await chat.title('end.title').waitFor();
  await seen('ended');
  await desk.text('ended.visitor-closed').waitFor();
  await onDuty('wrap-up');
  await desk.finishWrapUp();
  await desk.text('chats.empty').waitFor();
  await onDuty('empty');
}

/** The screens nobody hopes to see. */
export async function darkTour(stage: Stage, language: Language, look: Look): Promise<void> {
  const { url } = stage.haven.nodes[0];

  const night = await startServer();
  const late = await stage.visitor(night.url, language);
  await late.chat.start();
  await late.chat.title('ask.title').or(late.chat.title('nobody.title')).waitFor();
  if (await late.chat.title('ask.title').isVisible()) await late.chat.enter();
  await late.chat.title('nobody.title').waitFor();
  await look('nobody', late.page);
  await late.leave();
  await night.stop();

  const cut = await stage.visitor(url, language);
  await cut.page.route('**/organisation.json', (route) => route.abort());
  await cut.page.reload();
  await cut.chat.start();
  await cut.chat.enter();
  await cut.chat.title('unreachable.title').waitFor();
  await look('unreachable', cut.page);
  await cut.leave();

  // A root that vouches for nobody here.
  const karim = await stage.counsellor(url, 'karim', language);
  await karim.desk.bePresent('available');
  const misled = await stage.people.arrive();
  await misled.page.goto(stage.chatUrl(url, language).replace(stage.root, `A${stage.root.slice(1)}`));
  const chat = visitorPage(misled.page, language);
  await chat.queueUp('Almere');
  await karim.desk.accept.click();
  await chat.title('fault.title').waitFor();
  await look('fault', misled.page);
  await Promise.all([misled.leave(), karim.leave()]);
}
