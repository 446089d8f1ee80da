import type { Language } from '@haven/shared/protocol/organisation';
import { type NeutralPage, startNeutralPage } from './browser-neutral-page';
import { type People, type Person, type PersonSettings, prefer, startPeople } from './browser-people';
import { createClosing } from './closing';
import { type ConsolePage, consolePage } from './page-console';
import { startTwoNodes, type TwoNodes } from './two-nodes';
import { type VisitorPage, visitorPage } from './page-visitor';

export type Visitor = Person & { readonly chat: VisitorPage };
export type Counsellor = Person & { readonly desk: ConsolePage };

/** Two nodes with their Redis, one browser, and a page far away to flee to. */
export type Stage = {
  readonly haven: TwoNodes;
  readonly neutral: NeutralPage;
  readonly people: People;
  /** The root key that an embed line pins. */
  readonly root: string;
  /** Somebody with the chat in a window of its own, on its first screen. */
  visitor(url: string, language?: Language, settings?: PersonSettings): Promise<Visitor>;
  /** A counsellor who has opened her one-time link. */
  counsellor(
    url: string,
    staffId: string,
    language?: Language,
    settings?: PersonSettings,
  ): Promise<Counsellor>;
  chatUrl(url: string, language: Language): string;
  stop(): Promise<void>;
};

/** `more`: what the nodes are told besides. */
export async function startStage(more: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const closing = createClosing();
  try {
    const neutral = closing.add(await startNeutralPage());
    const haven = closing.add(
      await startTwoNodes({
        env: { EXIT_URL: neutral.url, FRAME_ANCESTORS: "'self' http://localhost:*", ...more },
      }),
    );
    const people = closing.add(await startPeople());
    const origins = (url: string) => [new URL(url).origin, neutral.origin];
    const response = await fetch(`${haven.nodes[0].url}/organisation.json`);
    const { roots } = (await response.json()) as { readonly roots: readonly string[] };
    const root = roots[0] ?? '';
    const chatUrl = (url: string, language: Language) =>
      `${url}/chat#${new URLSearchParams({ root, lang: language, exit: neutral.url })}`;
    return {
      haven,
      neutral,
      people,
      root,
      chatUrl,
      visitor: async (url, language = 'nl', settings = {}) => {
        const person = await people.arrive({ allowed: origins(url), ...settings });
        await person.page.goto(chatUrl(url, language));
        const chat = visitorPage(person.page, language);
        await chat.title('safe.title').waitFor();
        return { ...person, chat };
      },
      counsellor: async (url, staffId, language = 'nl', settings = {}) => {
        const person = await people.arrive({ allowed: origins(url), ...settings });
        if (language !== 'nl') await prefer(person, { language });
        const desk = consolePage(person.page, language);
        await desk.signIn(url, staffId);
        return { ...person, desk };
      },
      stop: closing.close,
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

export type Meeting = {
  readonly staffId: string;
  /** As it stands in the visitor's interface. */
  readonly name: string;
  readonly region: string;
  /** Where each of them comes in. */
  readonly counsellorAt: string;
  readonly visitorAt: string;
};

/** A counsellor is on duty, a visitor of her region comes, and they are linked. */
export async function meet(
  stage: Stage,
  { staffId, name, region, counsellorAt, visitorAt }: Meeting,
): Promise<{ readonly visitor: Visitor; readonly counsellor: Counsellor }> {
  const counsellor = await stage.counsellor(counsellorAt, staffId);
  await counsellor.desk.bePresent('available');
  const visitor = await stage.visitor(visitorAt);
  await visitor.chat.queueUp(region);
  await counsellor.desk.claimOffer();
  await visitor.chat.talkingWith(name);
  await counsellor.desk.secure();
  return { visitor, counsellor };
}
