/** My chats, the conversation, what is known of a chat. */
export const chat = {
  'chats.title': 'Mijn gesprekken',
  'chats.empty': 'Je hebt nu geen gesprekken.',
  'chats.none-open':
    'Een aanbod verschijnt boven in beeld. Uit de wachtrij kun je zelf een gesprek aannemen.',
  'chats.unread': '{n, plural, one{# ongelezen bericht} other{# ongelezen berichten}}',
  'chats.draft': 'Niet verzonden concept',
  'chats.unsent': 'Nog niet bezorgd',

  'chat.code': 'Gesprek {code}',
  'chat.no-region': 'Regio onbekend',
  'chat.visitor': 'Bezoeker',
  'chat.you': 'Jij',
  'chat.colleague': 'Collega',
  'chat.start': 'Begin van het gesprek. Je bent in gesprek met een anonieme bezoeker.',
  'chat.list-label': 'Berichten van gesprek {code}',
  'chat.visitor-typing': 'De bezoeker typt …',
  'chat.new-below': '{n, plural, one{# nieuw bericht} other{# nieuwe berichten}}',
  'chat.to-end': 'Naar het laatste bericht',
  'chat.announce-here': 'Bezoeker: {text}',
  'chat.announce-other': 'Nieuw bericht in gesprek {code}',
  'chat.notification': 'Er is een nieuw bericht.',
  'chat.show-about': 'Over dit gesprek',

  'wait.answer': 'wacht {wait} op antwoord',
  'wait.quiet': 'schreef {ago}',
  'wait.nothing-yet': 'nog niets geschreven',
  'ago.now': 'zojuist',
  'ago.minutes': '{n} min geleden',
  'ago.hours': '{h} u {m} min geleden',

  'status.linking': 'Beveiligde verbinding wordt gemaakt …',
  'status.restoring': 'Het gesprek komt terug van het apparaat van de bezoeker …',
  'status.secure': 'Beveiligd',
  'status.visitor-lost': 'Bezoeker zonder verbinding',
  'status.elsewhere': 'Open in een ander tabblad',
  'status.taking-over': 'Wordt hierheen gehaald …',
  'status.incoming': 'Bezoeker kiest wat je ziet',
  'status.joining': 'Bezoeker beslist of je meedoet',
  'status.handing-over': 'Wordt overgedragen aan {name}',
  'status.fault': 'Geen veilige verbinding',
  'status.ended.visitor-closed': 'Afgesloten door bezoeker',
  'status.ended.emergency-exit': 'Vertrokken via de noodknop',
  'status.ended.silence': 'Bezoeker werd stil',
  'status.ended.lost': 'Verbinding verbroken',
  'status.ended.counsellor-closed': 'Door jou beëindigd',
  'status.ended.blocked': 'Door jou geblokkeerd',

  'banner.linking':
    'De versleutelde verbinding met de bezoeker wordt gemaakt. Je kunt al typen; er gaat niets weg voordat de verbinding veilig is.',
  'banner.restoring':
    'Dit tabblad is opnieuw geladen. Het apparaat van de bezoeker stuurt het gesprek terug; je kunt gewoon verder.',
  'banner.visitor-lost':
    'De verbinding van de bezoeker is {wait} weg. Misschien is het bereik slecht. Het gesprek blijft nog een paar minuten open; wat je schrijft komt aan zodra de bezoeker terug is.',
  'banner.elsewhere': 'Dit gesprek heb je open in een ander tabblad. Daar staat ook de tekst.',
  'banner.continue-here': 'Hier verdergaan',
  'banner.taking-over': 'Het andere tabblad is weg. Dit tabblad neemt het gesprek over.',
  'banner.incoming':
    'Je hebt het gesprek aangenomen. De bezoeker kiest nu of je het hele gesprek, alleen de samenvatting of niets te zien krijgt.',
  'banner.incoming-linking': 'De bezoeker heeft gekozen. De beveiligde verbinding wordt gemaakt …',
  'banner.returning':
    'De vorige hulpverlener viel weg. De bezoeker kiest zelf wat jij van het eerdere gesprek te zien krijgt.',

  'fault.not-vouched-for':
    'Er is geen veilige verbinding: het apparaat van de bezoeker vertrouwt de sleutel van deze console niet. Er gaat niets weg. Bied de bezoeker via een andere weg hulp aan en meld dit aan de beheerder.',
  'fault.certificate-out-of-date':
    'De toelating van dit apparaat is verlopen. Vraag een beheerder om te vernieuwen, of draag het gesprek over aan een collega.',
  'fault.revoked':
    'Je apparaat is ingetrokken: er gaat niets meer weg. Vraag de beheerder om dit apparaat opnieuw toe te laten.',
  'fault.other-person':
    'Er is geen veilige verbinding: dit apparaat is voor iemand anders toegelaten dan wie de bezoeker te zien kreeg. Meld je opnieuw aan.',
  'fault.altered':
    'Onderweg is iets aan de berichten veranderd. Wat veranderd was, is geweigerd; je ziet alleen wat echt van de bezoeker komt. Gebeurt dit vaker, meld het dan aan de beheerder.',
  'fault.no-answer': 'Het apparaat van de bezoeker antwoordt niet. We proberen het vanzelf opnieuw.',

  'ended.visitor-closed': 'De bezoeker heeft het gesprek afgesloten.',
  'ended.emergency-exit':
    'De bezoeker is vertrokken via de noodknop. Vaak is er dan iemand in de buurt; het zegt niets over jouw gesprek. De bezoeker kan later opnieuw een gesprek beginnen.',
  'ended.silence':
    'De bezoeker schreef lange tijd niets en antwoordde niet op de vraag of er nog iemand was. Daarom is het gesprek gesloten.',
  'ended.lost':
    'De verbinding van de bezoeker kwam niet terug. Dat kan slecht bereik zijn, of een telefoon die uitging; we weten het niet.',
  'ended.counsellor-closed': 'Je hebt het gesprek beëindigd.',
  'ended.blocked': 'Je hebt het netwerk van deze bezoeker geblokkeerd. Het gesprek is beëindigd.',

  'words.title': 'Zes woorden',
  'words.explain':
    'De bezoeker ziet dezelfde woorden. Bel je elkaar, dan kun je ze vergelijken: zijn ze gelijk, dan leest niemand mee.',
  'words.show': 'Beveiligd; toon de zes woorden',

  'delivery.sending': 'wordt verzonden',
  'delivery.sent': 'verzonden',
  'delivery.received': 'ontvangen',
  'delivery.failed': 'niet verzonden',
  'delivery.again': 'Opnieuw verzenden',

  'composer.label': 'Bericht aan de bezoeker van gesprek {code}',
  'composer.placeholder': 'Schrijf een bericht; / voor standaardantwoorden',
  'composer.send': 'Verzenden',
  'composer.hint-enter': 'Enter verzendt, Shift+Enter is een nieuwe regel',
  'composer.hint-ctrl-enter': 'Ctrl+Enter verzendt, Enter is een nieuwe regel',
  'composer.left': '{n, plural, one{nog # teken} other{nog # tekens}}',
  'composer.too-long': '{n, plural, one{# teken te lang} other{# tekens te lang}}',
  'composer.refused': 'Je bericht is niet verzonden, het staat weer in het berichtveld.',
  'composer.closed': 'In dit gesprek kan nu niet geschreven worden.',

  'about.title': 'Over dit gesprek',
  'about.region': 'Regio',
  'about.desk': 'Bureau',
  'about.language': 'Taal',
  'about.for-whom': 'Voor wie',
  'about.topics': 'Onderwerpen',
  'about.entered': 'Binnen sinds',
  'about.waited': 'Gewacht',
  'about.unknown': 'liever niet gezegd',
  'language.nl': 'Nederlands',
  'language.en': 'Engels',
  'for-whom.myself': 'voor zichzelf',
  'for-whom.someone-else': 'voor een ander',
  'for-whom.professional': 'beroepsmatig',
  'topic.safety': 'veiligheid',
  'topic.partner': 'partner',
  'topic.children': 'kinderen',
  'topic.family': 'familie',
  'topic.stalking': 'stalking',
  'topic.housing': 'wonen',
  'topic.money': 'geld',
  'topic.legal': 'recht',
  'topic.other': 'iets anders',

  'safety.title': 'Veiligheidscode',
  'safety.green': 'Groen',
  'safety.orange': 'Oranje',
  'safety.red': 'Rood',
  'safety.green.hint': 'Veiligheid is met eenvoudige middelen te herstellen',
  'safety.orange.hint': 'Hulp nodig om het patroon te doorbreken',
  'safety.red.hint': 'Acute dreiging: vluchten, politie',
  'safety.none': 'Geen veiligheidscode',
  'safety.clear': 'Wissen',
  'safety.label': 'Veiligheidscode {level}',
} as const;
