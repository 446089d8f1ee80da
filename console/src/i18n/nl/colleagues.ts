export const colleagues = {
  'colleagues.title': 'Collega’s',
  'colleagues.search': 'Zoek een collega',
  'colleagues.nobody': 'Er is nu niemand anders aan het werk.',
  'colleagues.left': 'Is er niet meer',
  'colleagues.unread':
    '{n, plural, one{Collega’s, # ongelezen bericht} other{Collega’s, # ongelezen berichten}}',
  'colleagues.with': 'Berichten met {name}',
  'colleagues.back': 'Terug naar alle collega’s',
  'colleagues.kept':
    'Alleen op jullie twee schermen, versleuteld van het ene naar het andere. Weg als je je afmeldt, en uiterlijk een half uur na je dienst.',
  'colleagues.field': 'Bericht aan {name}',
  'colleagues.placeholder': 'Schrijf een bericht',
  'colleagues.send': 'Verstuur aan {name}',
  'colleagues.words':
    'Je collega ziet dezelfde woorden. Vergelijk ze aan de telefoon of aan tafel: als ze gelijk zijn, leest niemand mee.',
  'colleagues.away': '{name} is er niet meer. Je tekst staat nog in het berichtveld en is niet verstuurd.',
  'colleagues.announce-here': '{name}: {text}',
  'colleagues.announce-other': 'Nieuw bericht van {name}',
  'colleagues.notification': 'Er is een bericht van een collega.',
  'colleagues.fault.not-vouched-for':
    'Er kwam iets op naam van {name} waar jullie organisatie niet voor instaat, of dat onderweg is veranderd. Er is niets van getoond en niets heen gestuurd. Bel elkaar, en meld het de beheerder.',
  'colleagues.fault.certificate-out-of-date':
    'De toelating van het apparaat van {name} of van jou geldt niet meer. Laat de beheerder verlengen en meld je opnieuw aan.',
  'colleagues.fault.revoked':
    'Het apparaat van {name} is ingetrokken. Er gaat niets meer heen, en wat er nog vandaan komt wordt niet getoond.',
  'colleagues.fault.other-person':
    'Wat op naam van {name} kwam, is van een ander. Er is niets van getoond en niets heen gestuurd. Meld het de beheerder.',
  'colleagues.fault.altered':
    'Er is onderweg iets veranderd. Dat is geweigerd; je ziet alleen wat echt van {name} komt. Gebeurt het weer, meld het de beheerder.',
  'colleagues.fault.no-answer': 'De console van {name} antwoordt niet. Wat niet verstuurd is, staat erbij.',
} as const;
