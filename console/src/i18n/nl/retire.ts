/** Giving up a desk or a region, and taking it up again. */
export const retire = {
  'retire.desk': 'Bureau opheffen…',
  'retire.region': 'Regio opheffen…',
  'retire.label': '{name} opheffen…',
  'retire.save-first': 'Sla eerst je wijzigingen op, of laat ze vervallen. Daarna kun je dit doen.',
  'retire.title': '{name} opheffen?',
  'retire.looking': 'Even kijken wat dat betekent…',
  'retire.not-yet': 'Dit kan nog niet. Eerst moet dit gebeuren:',
  'retire.look-again': 'Kijk opnieuw',
  'retire.cancel': 'Annuleren',
  'retire.do': 'Opheffen',
  'retire.done': '{name} is opgeheven.',

  'retire.obstacle.general-desk':
    'Dit is het algemene bureau. Hier komen de gesprekken die geen ander bureau bedient, dus het kan niet worden opgeheven.',
  'retire.obstacle.serves':
    'Alleen dit bureau bedient {names}. Kies op deze pagina, bij Regio’s, een ander bureau en sla dat op.',
  'retire.obstacle.in-overflow':
    'De achtervang van {names} bereikt dit bureau. Haal het uit die stappen, bij Achtervang en openingstijden.',
  'retire.obstacle.waiting':
    '{n, plural, one{Er wacht iemand bij dit bureau.} other{Er wachten # bezoekers bij dit bureau.}} Een coördinator kan wachtenden naar een ander bureau verplaatsen en nieuwe gesprekken pauzeren, bij Achtervang en openingstijden.',
  'retire.obstacle.going':
    '{n, plural, one{Er is een gesprek van dit bureau bezig.} other{Er zijn # gesprekken van dit bureau bezig.}} Wacht tot het voorbij is.',
  'retire.obstacle.published':
    'In het gepubliceerde rooster {n, plural, one{staat nog # dienst} other{staan nog # diensten}} voor deze regio alleen, tot {date}. Pas het ontwerp aan en publiceer het, bij Rooster.',
  'retire.obstacle.draft':
    'In het ontwerp van het rooster {n, plural, one{staat nog # dienst} other{staan nog # diensten}} voor deze regio alleen, tot {date}. Haal weg wat met de hand is gemaakt, en maak het rooster van die weken opnieuw.',
  'retire.obstacle.patterns':
    'Terugkerende diensten voor deze regio alleen: {names}. Haal ze weg of geef ze een andere regio, bij Rooster, Patronen.',

  'retire.means': 'Wat er dan gebeurt:',
  'retire.means.desk':
    'Bij dit bureau komen geen gesprekken meer. Het verdwijnt van het bord, uit de keuzes en uit de instellingen, meteen en overal.',
  'retire.means.people':
    '{n, plural, one{{names} hoort bij geen ander bureau, en dan bij het algemene bureau.} other{{names} horen bij geen ander bureau, en dan bij het algemene bureau.}} Niemand wordt afgemeld.',
  'retire.means.desk-kept':
    'De naam blijft staan in rapporten, registraties, het logboek en oude roosters. Achtervang, openingstijden en standaardantwoorden blijven bewaard.',
  'retire.means.desk-website':
    'Noemt een website van jullie dit bureau? Haal het daar weg. Tot dan vraagt de chat bezoekers gewoon naar hun regio.',
  'retire.means.region':
    'Bezoekers kunnen deze regio niet meer kiezen. Wie haar toch noemt, komt bij het algemene bureau.',
  'retire.means.shifts':
    '{n, plural, one{# dienst noemt deze regio naast andere, en blijft staan voor de andere.} other{# diensten noemen deze regio naast andere, en blijven staan voor de andere.}}',
  'retire.means.region-kept':
    'De naam blijft staan in rapporten, registraties, het logboek en oude roosters.',
  'retire.means.region-website':
    'Noemt een website van jullie deze regio? Haal haar daar weg. Tot dan vraagt de chat bezoekers gewoon naar hun regio.',
  'retire.means.desk-back':
    'Je kunt het weer instellen, op deze pagina. Kies dan opnieuw welke regio’s het bedient.',
  'retire.means.region-back':
    'Je kunt haar weer instellen, op deze pagina. Dan bedient hetzelfde bureau haar weer, als dat er nog is.',

  'retire.desks': 'Opgeheven bureaus',
  'retire.regions': 'Opgeheven regio’s',
  'retire.since': 'Opgeheven op {date}',
  'retire.bring-back': 'Weer instellen',
  'retire.bring-back-label': '{name} weer instellen',
  'retire.back.desk': '{name} is weer ingesteld. Kies bij Regio’s wat het bedient.',
  'retire.back.region': '{name} is weer ingesteld.',
  'retire.name-taken': 'Er is intussen een andere met deze naam. Geef die eerst een andere naam.',
  'retire.full': 'Er zijn er al zoveel als er mogen zijn. Hef eerst een andere op.',
} as const;
