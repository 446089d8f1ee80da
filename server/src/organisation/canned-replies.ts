import type { Language } from '@haven/shared/protocol/organisation';
import type { SeedReply } from './organisation-file';

type Wording = readonly [title: string, text: string];

/** By what is typed after the slash; the same in both languages, so that a counsellor learns one set. */
const REPLIES: Readonly<Record<string, Readonly<Record<Language, Wording>>>> = {
  welkom: {
    nl: [
      'Welkom',
      'Hallo, fijn dat je contact zoekt. Je spreekt met een hulpverlener. Je hoeft je naam niet te zeggen. Wat is er aan de hand?',
    ],
    en: [
      'Welcome',
      'Hello, it is good that you got in touch. You are talking to a counsellor. You do not have to give your name. What is going on?',
    ],
  },
  veilig: {
    nl: [
      'Ben je nu veilig?',
      'Voor we verder praten: ben je op dit moment veilig? En kan iemand meekijken op je scherm?',
    ],
    en: [
      'Are you safe now?',
      'Before we go on: are you safe at this moment? And could anyone be looking at your screen?',
    ],
  },
  '112': {
    nl: [
      'Bel 112',
      'Wat je schrijft klinkt als direct gevaar. Bel nu 112, of laat iemand anders bellen. Kun je niet praten? Bel toch: de centralist kan je vragen om op toetsen te drukken.',
    ],
    en: [
      'Call 112',
      'What you write sounds like immediate danger. Call 112 now, or let somebody else call. If you cannot speak, call all the same: the operator can ask you to press keys instead.',
    ],
  },
  weg: {
    nl: [
      'Zo ga je snel weg',
      'Moet je ineens weg? Druk op de knop om direct te vertrekken, of drie keer op Shift. Je bent dan meteen op een andere pagina. Je kunt later altijd een nieuw gesprek beginnen.',
    ],
    en: [
      'How to leave quickly',
      'If you suddenly have to go, press the button to leave at once, or Shift three times. You are on another page immediately. You can always start a new chat later.',
    ],
  },
  moment: {
    nl: ['Een moment', 'Ik lees goed wat je schrijft. Geef me even, ik ben zo bij je terug.'],
    en: [
      'One moment',
      'I am reading carefully what you write. Give me a moment, I will be right back with you.',
    ],
  },
  moedig: {
    nl: [
      'Goed dat je het vertelt',
      'Wat goed dat je dit vertelt. Dat is niet makkelijk. Wat jou overkomt is niet jouw schuld.',
    ],
    en: [
      'It is good that you say it',
      'It is good that you tell me this. That is not easy. What is happening to you is not your fault.',
    ],
  },
  kinderen: {
    nl: ['Kinderen', 'Zijn er kinderen in huis? Hoe gaat het met hen, en zijn zij nu veilig?'],
    en: ['Children', 'Are there children at home? How are they, and are they safe right now?'],
  },
  plan: {
    nl: [
      'Veiligheidsplan',
      'Zullen we samen bedenken wat je kunt doen als het weer misgaat? Bijvoorbeeld: wie kun je bellen, waar kun je heen, en wat leg je vast klaar?',
    ],
    en: [
      'Safety plan',
      'Shall we work out together what you can do if it happens again? For example: whom can you call, where can you go, and what do you keep ready?',
    ],
  },
  opvang: {
    nl: [
      'Opvang',
      'Als je niet thuis kunt blijven, zoeken we met je naar een veilige plek. Dat kan ook vandaag. Zal ik uitleggen hoe dat gaat?',
    ],
    en: [
      'Shelter',
      'If you cannot stay at home, we look for a safe place together with you. That can be today. Shall I explain how it works?',
    ],
  },
  bellen: {
    nl: [
      'Liever bellen?',
      'Je kunt ook bellen met Veilig Thuis: 0800-2000, gratis en dag en nacht. Het nummer staat wel in de lijst met gesprekken op je telefoon; die kun je daarna wissen.',
    ],
    en: [
      'Rather call?',
      'You can also call Veilig Thuis: 0800-2000, free of charge, day and night. The number does show in the list of calls on your phone; you can remove it afterwards.',
    ],
  },
  collega: {
    nl: [
      'Naar een collega',
      'Een collega kan je hier beter bij helpen. Zal ik je overdragen? Jij kiest zelf wat zij van ons gesprek te lezen krijgt.',
    ],
    en: [
      'To a colleague',
      'A colleague can help you better with this. Shall I hand you over? You choose yourself what she gets to read of our conversation.',
    ],
  },
  'er-nog': {
    nl: ['Ben je er nog?', 'Ben je er nog? Neem gerust de tijd. Als je niet kunt typen, is dat ook goed.'],
    en: [
      'Are you still there?',
      'Are you still there? Take your time. If you cannot type right now, that is all right too.',
    ],
  },
  einde: {
    nl: [
      'Afsluiten',
      'We ronden zo af. Is er nog iets wat je kwijt wilt? Je kunt altijd terugkomen, dag en nacht. Denk eraan je geschiedenis te wissen als iemand je telefoon bekijkt.',
    ],
    en: [
      'Closing',
      'We are about to finish. Is there anything else you want to say? You can always come back, day or night. Remember to clear your history if somebody looks at your phone.',
    ],
  },
};

export const CANNED_REPLIES: readonly SeedReply[] = Object.entries(REPLIES).flatMap(([shortcut, wordings]) =>
  (Object.entries(wordings) as [Language, Wording][]).map(([language, [title, text]]) => ({
    id: `${shortcut}-${language}`,
    shortcut,
    language,
    title,
    text,
  })),
);
