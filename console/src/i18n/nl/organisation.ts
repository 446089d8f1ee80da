/** What the organisation says of itself. */
export const organisation = {
  'pages.organisation': 'Organisatie',
  'organisation.intro':
    'Wat bezoekers over jullie lezen en waar gesprekken terechtkomen. Wat je opslaat geldt direct: wie de chat daarna opent, leest het nieuwe.',
  'organisation.part.name': 'Naam',
  'organisation.part.telephones': 'Telefoonnummers',
  'organisation.part.openingTimes': 'Openingstijden in woorden',
  'organisation.part.exitUrl': 'Pagina van ‘direct weg’',
  'organisation.part.desks': 'Bureaus',
  'organisation.part.regions': 'Regio’s',

  'organisation.name': 'Naam van de organisatie',
  'organisation.name-hint':
    'Zoals bezoekers haar lezen. De naam waaronder apparaten worden toegelaten, verandert niet.',

  'organisation.telephones-hint':
    'Bezoekers krijgen deze nummers te zien als er niemand is, of als er iets misgaat. Bel een nieuw nummer eerst zelf.',
  'organisation.telephone': 'Telefoonnummer {n}',
  'organisation.both.whose': 'Van wie ({language})',
  'organisation.number': 'Nummer',
  'organisation.dialled': 'Wordt gebeld als {number}',
  'organisation.both.hours': 'Wanneer ({language})',
  'organisation.up': 'Omhoog',
  'organisation.up-label': '{name} omhoog',
  'organisation.down': 'Omlaag',
  'organisation.down-label': '{name} omlaag',
  'organisation.remove': 'Verwijderen',
  'organisation.remove-label': '{name} verwijderen',
  'organisation.add-telephone': 'Telefoonnummer toevoegen',

  'organisation.opening-hint':
    'Eén zin voor bezoekers. Wanneer een bureau gesprekken aanneemt, stel je in bij Achtervang en openingstijden.',
  'organisation.both.opening': 'Openingstijden ({language})',

  'organisation.exit-hint':
    'Waar een bezoeker komt die snel weg wil, tenzij jullie website een andere pagina noemt. Kies iets gewoons, zoals het weer.',
  'organisation.exit': 'Adres van de pagina',
  'organisation.exit-of-server':
    'Deze server leidt nu naar {url} (instelling EXIT_URL). Zolang die er staat, gaat die voor.',

  'organisation.desks-hint':
    'Wie er werkt, kies je bij Medewerkers. Een bureau dat ophoudt, hef je op: zijn naam blijft in rapporten en oude roosters.',
  'organisation.both.desk': 'Naam van het bureau ({language})',
  'organisation.new-desk': 'Nieuw bureau',
  'organisation.general':
    'Het algemene bureau: voor wie geen regio noemt, en voor wat geen ander bureau bedient.',
  'organisation.serves': '{n, plural, =0{Bedient geen regio.} other{Bedient {names}.}}',
  'organisation.add-desk': 'Bureau toevoegen',
  'organisation.not-add': 'Toch niet toevoegen',

  'organisation.regions-hint':
    'Een nieuwe regio staat nog in geen rooster: tot dan bereiken haar gesprekken het algemene bureau, als er een rooster is.',
  'organisation.region': 'Naam van de regio',
  'organisation.new-region': 'Nieuwe regio',
  'organisation.served-by': 'Gesprekken komen bij',
  'organisation.served-too':
    '{n, plural, one{{names} bedient deze regio ook} other{{names} bedienen deze regio ook}}. Kies je hier een ander bureau, dan bedient alleen dat haar nog.',
  'organisation.add-region': 'Regio toevoegen',

  'organisation.fault.empty': 'Vul dit in.',
  'organisation.fault.long': 'Dit is te lang.',
  'organisation.fault.number':
    'Dit nummer is niet te bellen: schrijf alleen cijfers, eventueel met + vooraan.',
  'organisation.fault.exit': 'Schrijf het hele adres, beginnend met https://',
  'organisation.fault.twice': 'Er is al een met deze naam.',
  'organisation.fault.none': 'Noem ten minste één telefoonnummer.',

  'organisation.unsaved-label': 'Nog niet opgeslagen',
  'organisation.unsaved': 'Nog niet opgeslagen: {names}.',
  'organisation.wrong': '{n, plural, one{Eén veld klopt nog niet.} other{# velden kloppen nog niet.}}',
  'organisation.changed-meanwhile':
    'Iemand anders heeft intussen iets veranderd. Wat je zelf niet hebt aangeraakt, kun je overnemen en daarna verdergaan met je eigen wijzigingen.',
  'organisation.go-on': 'Overnemen en verdergaan',
  'organisation.take-theirs': 'Mijn wijzigingen weggooien',
  'organisation.drop': 'Niet opslaan',
  'organisation.save': 'Opslaan',
  'organisation.saved': 'Opgeslagen. Het geldt nu.',
} as const;
