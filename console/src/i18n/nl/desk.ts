/** Signing in, the bar above, presence, queue, offers. */
export const desk = {
  'app.name': 'Haven',
  'app.demonstration':
    'Demonstratie: deze server heeft de sleutels zelf gemaakt. Zulke sleutels beschermen niet tegen deze server. Voer hier geen echte gesprekken.',
  'app.demonstration-short': 'Demonstratie: deze sleutels beschermen niet tegen deze server.',
  'app.failed.title': 'De console kan niet verder',
  'app.failed.no-crypto':
    'Deze browser kan de versleuteling niet starten. Werk de browser bij of gebruik een andere; zonder versleuteling gaat hier geen woord uit.',
  'app.failed.no-device-key':
    'Deze browser kan geen apparaatsleutel bewaren. Een privévenster of een strenge privacy-instelling kan de oorzaak zijn.',
  'app.failed.internal': 'Er ging hier iets mis. Laad de pagina opnieuw: de gesprekken komen dan terug.',
  'app.reload': 'Opnieuw laden',
  'app.skip': 'Naar de inhoud',

  'pages.label': 'Pagina',
  'pages.desk': 'Gesprekken',
  'pages.start': 'Begin',
  'start.intro': 'Als beheerder krijg je geen gesprekken en zie je de wachtrij niet. Dit kun je hier doen:',
  'start.pages': 'Alle pagina’s',
  'pages.overflow': 'Achtervang en openingstijden',
  'pages.opening': 'Wordt geopend …',
  'pages.failed':
    'Deze pagina kon niet geladen worden: er is geen verbinding, of de server heeft intussen een nieuwere versie. Laad de console opnieuw zodra er verbinding is; gesprekken gaan dan gewoon verder.',
  'pages.reload': 'Console opnieuw laden',

  'connection.up': 'Verbonden',
  'connection.down':
    'Geen verbinding. We proberen het steeds opnieuw; wat je schrijft wordt bewaard in dit tabblad.',
  'connection.down-short': 'Geen verbinding',
  'connection.blind':
    'De server kan nu niet zeggen wie er wacht en wie er is. Wat hier staat kan oud zijn; zodra het weer kan, klopt het vanzelf.',
  'connection.blind-short': 'Wachtrij onbekend',
  'connection.records-away':
    'De gegevens van de organisatie zijn nu niet te bereiken. Gesprekken gaan gewoon door. Wat op andere pagina’s staat kan oud zijn, en wijzigen lukt even niet; zodra het weer kan, gaat het vanzelf.',
  'connection.opening': 'Verbinden …',

  'presence.label': 'Aanwezigheid',
  'presence.available': 'Beschikbaar',
  'presence.busy': 'Bezet',
  'presence.pause': 'Pauze',
  'presence.away': 'Afwezig',
  'presence.available.hint': 'Gesprekken worden je aangeboden',
  'presence.busy.hint': 'Geen nieuwe aanbiedingen',
  'presence.pause.hint': 'Even ademhalen; je gesprekken blijven',
  'presence.away.hint': 'Niet aan het bureau',
  'presence.capacity': 'Gesprekken tegelijk',
  'presence.fewer': 'Minder gesprekken tegelijk',
  'presence.more': 'Meer gesprekken tegelijk',
  'presence.load': '{chats} van {capacity}',
  'presence.load-label':
    '{chats, plural, one{# gesprek} other{# gesprekken}} van de {capacity} die je tegelijk wilt',
  'presence.since': 'sinds {time}',
  'presence.went-away': 'Je staat op Afwezig: een aanbod bleef onbeantwoord.',
  'presence.you-are': 'Je staat op {presence}',
  'presence.no-offers': 'Zo worden je geen gesprekken aangeboden. Uit de wachtrij aannemen kan wel.',
  'presence.become-available': 'Ik ben beschikbaar',
  'presence.sign-out': 'Afmelden',
  'presence.sign-out.explain':
    'Alles van dit tabblad wordt gewist. De sleutel van deze browser blijft voor de volgende dienst.',
  'presence.sign-out.with-chats':
    'Je hebt nog {chats, plural, one{# lopend gesprek} other{# lopende gesprekken}}. Draag ze eerst over of beëindig ze; anders gaan ze na anderhalve minuut terug naar de wachtrij.',

  'queue.title': 'Wachtrij',
  'queue.count': '{n, plural, =0{Niemand wacht} one{# bezoeker wacht} other{# bezoekers wachten}}',
  'queue.longest': 'langst {wait}',
  'queue.empty': 'Er wacht niemand. Een nieuw gesprek verschijnt hier vanzelf.',
  'queue.more': '{n, plural, one{en nog # gesprek} other{en nog # gesprekken}}',
  'queue.claim': 'Aannemen',
  'queue.claim-label': 'Gesprek {code} aannemen',
  'queue.item-label': '{place}e in de wachtrij, gesprek {code}, {region}, wacht sinds {time}',
  'queue.bar.offered': 'wordt aangeboden',
  'queue.bar.other-desk': 'ander bureau',
  'queue.bar.at-capacity': 'je bent vol',
  'queue.bar.not-entered': '',
  'queue.returning': 'terug in de wachtrij',
  'queue.disconnected': 'verbinding weg',
  'queue.overflow': 'achtervang',
  'queue.nothing-to-claim': 'Er is nu geen gesprek dat je kunt aannemen.',

  'duty.ending':
    'Je dienst eindigt om {time}. Je krijgt geen nieuwe gesprekken meer.{chats, plural, =0{} other{ Draag warm over wat nog loopt.}}',
  'duty.over':
    'Je dienst is voorbij. {chats, plural, one{Je gesprek loopt} other{Je gesprekken lopen}} nog: rond af of draag over. Daarna sta je op Afwezig.',
  'duty.alert':
    'Achterwacht gevraagd voor {desk}: {waiting, plural, one{# bezoeker wacht} other{# bezoekers wachten}}, de eerste sinds {wait, plural, =0{minder dan een minuut} one{# minuut} other{# minuten}}.',
  'duty.alert-notification': 'De achterwacht wordt gevraagd.',

  'offer.title': 'Nieuw aanbod',
  'offer.transfer-title': '{name} vraagt je een gesprek over te nemen',
  'offer.consult-title': '{name} vraagt je mee te doen in een gesprek',
  'offer.waited': 'wacht {wait}',
  'offer.accept': 'Aannemen',
  'offer.decline': 'Afslaan',
  'offer.seconds': '{n, plural, one{nog # seconde} other{nog # seconden}}',
  'offer.more': '{n, plural, one{en nog # aanbod} other{en nog # aanbiedingen}}',
  'offer.announce': 'Nieuw aanbod: {about}. {key} om aan te nemen.',
  'offer.withdrawn.claimed': 'Het aanbod is al door een collega aangenomen.',
  'offer.withdrawn.expired': 'Het aanbod is verlopen.',
  'offer.withdrawn.left': 'De bezoeker is intussen vertrokken.',
  'offer.withdrawn.cancelled': 'Het aanbod is ingetrokken.',
  'offer.page-title': 'Aanbod',
  'offer.notification': 'Er is een aanbod voor je.',

  'meanwhile.changed': 'Iemand anders heeft dit intussen gewijzigd. Nu staat er:',
  'meanwhile.removed': 'Iemand anders heeft dit intussen verwijderd of verplaatst.',
  'meanwhile.take-theirs': 'Overnemen wat er nu staat',
  'meanwhile.go-on': 'Verdergaan met wat ik invulde',
  'meanwhile.anew': 'Opnieuw toevoegen',
} as const;
