/** The few words outside the frame. They stay neutral: whoever looks at the screen reads them as well. */
export const WORDS = {
  nl: {
    chat: 'Chat met ons',
    contact: 'Contact',
    here: 'Er is nu iemand',
    away: 'Nu gesloten',
    region: 'Snel weg',
    exit: 'Verlaat deze site nu',
    close: 'Sluiten',
    hint: 'of druk 3 keer op Shift',
    hide: 'Verberg',
    news: 'Nieuw bericht',
  },
  en: {
    chat: 'Chat with us',
    contact: 'Contact',
    here: 'Someone is here now',
    away: 'Closed now',
    region: 'Leave quickly',
    exit: 'Leave this site now',
    close: 'Close',
    hint: 'or press Shift 3 times',
    hide: 'Hide',
    news: 'New message',
  },
} as const;

export type Words = (typeof WORDS)['nl' | 'en'];
