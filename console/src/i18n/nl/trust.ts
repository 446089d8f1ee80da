/** De sleutels van de organisatie: wie namens haar mag antwoorden. */
export const trust = {
  'pages.keys': 'Sleutels',
  'trust.stop': 'Stoppen',
  'trust.copy': 'Kopiëren',
  'trust.copied': 'Gekopieerd',
  'trust.withdraw': 'Intrekken',

  'trust.fault.refused':
    'De server nam dit niet aan: er is intussen iets veranderd, of het is niet meer geldig. Kijk nog eens.',
  'trust.fault.unreachable':
    'De server is nu niet te bereiken. Wat hier staat, blijft staan: probeer het zo nog eens.',
  'trust.fault.failed': 'Deze browser kon dit niet doen. Laad de pagina opnieuw.',
  'trust.fault.wrong-words':
    'Deze woorden kloppen niet. Kijk op het papier naar een verkeerd of verwisseld woord.',
  'trust.fault.other-root': 'Dit zijn de woorden van een andere hoofdsleutel dan die van deze organisatie.',

  'trust.roots': 'Hoofdsleutel',
  'trust.roots.what':
    'Bezoekers vertrouwen alleen wie met deze sleutel is toegelaten. Hij bestaat als 24 woorden op papier en nergens anders; ook deze server kent hem niet.',
  'trust.demonstration':
    'Demonstratie: deze server maakt nu alle sleutels zelf, en die beschermen niet tegen deze server. Maak hier een eigen hoofdsleutel en neem hem in gebruik. Terug naar de demonstratie kan daarna niet.',
  'trust.root.before':
    'Doe dit met twee mensen, met pen en papier, op een computer die jullie vertrouwen. De woorden staan één keer op het scherm. Wie ze heeft, kan zich voordoen als jullie organisatie; wie ze kwijt is, moet opnieuw beginnen.',
  'trust.root.make': 'Hoofdsleutel maken',
  'trust.root.make-successor': 'Opvolger maken',
  'trust.root.write':
    'Schrijf deze 24 woorden met hun nummers op papier, twee keer. Ze worden nergens bewaard en komen niet terug. Blijf op deze pagina tot ze gecontroleerd zijn: wie eerder weggaat, begint opnieuw met andere woorden.',
  'trust.root.words': 'De 24 woorden van de hoofdsleutel',
  'trust.root.written': 'Opgeschreven',
  'trust.root.ask-back':
    'Lees deze woorden van het papier en typ ze over. Staat er iets niet goed op, stop dan, vernietig het papier en begin opnieuw: deze sleutel is nog nergens gebruikt.',
  'trust.root.word': 'Woord {number}',
  'trust.root.check': 'Controleren',
  'trust.root.type': 'De 24 woorden van de hoofdsleutel, van het papier',
  'trust.root.in-use': 'In gebruik',
  'trust.root.noted': 'Gemaakt, nog niet in gebruik',
  'trust.root.begin': 'In gebruik nemen; de demonstratie eindigt',
  'trust.root.use': 'In gebruik nemen',
  'trust.root.end': 'Niet meer gebruiken',
  'trust.pin':
    'De regel voor de website. Geef hem aan de webredacteur langs een weg waar deze server niets mee te maken heeft.',
  'trust.change': 'De hoofdsleutel vervangen',
  'trust.change.1':
    'Maak een opvolger en bewaar de woorden zoals die van de eerste. Deze browser kan er meteen apparaten mee toelaten.',
  'trust.change.2': 'Neem de opvolger in gebruik en zet de regel met beide sleutels op de website.',
  'trust.change.3':
    'Vernieuw alle apparaten. Wie met de opvolger is toegelaten, wordt door iedereen vertrouwd.',
  'trust.change.4':
    'Een week later: gebruik de oude hoofdsleutel niet meer en zet de regel met alleen de nieuwe op de website. Zijn de woorden in verkeerde handen, doe dit dan meteen.',

  'trust.issuers': 'Uitgevers',
  'trust.issuers.what':
    'De browser van een beheerder laat namens de hoofdsleutel apparaten toe, een half jaar lang. Zorg dat er twee zijn. Zijn ze allemaal kwijt, dan zijn de 24 woorden genoeg voor een nieuwe.',
  'trust.issuer.none-here': 'Deze browser is geen uitgever: hier kan niemand worden toegelaten.',
  'trust.issuer.certify': 'Deze browser uitgever maken',
  'trust.issuer.here': 'Deze browser',
  'trust.issuer.elsewhere': 'Een andere browser',
  'trust.issuer.name': 'uitgever {serial}',

  'trust.requests': 'Aanvragen',
  'trust.requests.what':
    'Bel of kom langs: laat je collega de vier woorden op haar scherm voorlezen en typ ze hier. Kloppen ze niet, dan heeft onderweg iemand iets veranderd.',
  'trust.requests.none': 'Niemand wacht.',
  'trust.request.words': 'De vier woorden die {name} voorleest',
  'trust.request.certify': 'Toelaten',
  'trust.request.other-words': 'Dit zijn andere woorden. Laat niemand toe voordat ze kloppen.',

  'trust.devices': 'Apparaten',
  'trust.devices.what':
    'Een toelating geldt een week. Met het rooster worden ze samen vernieuwd, in de browser van een uitgever.',
  'trust.devices.none': 'Er is nog geen apparaat toegelaten.',
  'trust.devices.left':
    'Werkt hier niet meer, of heeft nu een andere rol: wordt niet vernieuwd. Trek het in als het apparaat niet meer te vertrouwen is.',
  'trust.devices.renew': '{count, plural, one {# apparaat vernieuwen} other {# apparaten vernieuwen}}',
  'trust.validity.good': 'Geldig tot {day}',
  'trust.validity.ending': 'Loopt af: {day}',
  'trust.validity.ended': 'Verlopen: {day}',
  'trust.validity.withdrawn': 'Ingetrokken; liep tot {day}',

  'trust.withdraw.title': 'Intrekken: {who}',
  'trust.withdraw.what':
    'Lopende gesprekken met dit apparaat stoppen meteen, bij de bezoeker, en de console wordt afgemeld. Tot de toelating vanzelf was afgelopen, hoogstens een week, kan niemand zich daar weer aanmelden. Van een uitgever vervalt alles wat hij toeliet; die apparaten vragen opnieuw om toelating.',
  'trust.withdraw.reason': 'Waarom',
  'trust.reason.lost': 'kwijt of gestolen',
  'trust.reason.left': 'werkt hier niet meer',
  'trust.reason.replaced': 'vervangen',
  'trust.reason.misused': 'misbruikt of misschien gekopieerd',

  'trust.log': 'Logboek van sleutels',
  'trust.log.what':
    'Alles wat ooit is ondertekend staat in één logboek; deze browser zag {size, plural, one {# regel} other {# regels}}. Lees deze vier woorden af en toe aan een collega voor. Bij hetzelfde aantal regels horen dezelfde woorden; zijn ze anders, meld het dan.',
  'trust.log.words': 'De vier woorden van het logboek',
  'trust.alarm.log':
    'Het logboek van sleutels is niet meer wat het was. Iemand kan sleutels verbergen. Meld dit nu aan de beheerder.',
  'trust.alarm.strange':
    'Sinds {day} mag een ander apparaat ({key}…) in jouw naam antwoorden. Is het niet van jou, meld dit dan nu aan de beheerder.',
  'trust.alarm.mine': 'Het is van mij',

  'trust.issuers.ending':
    'Vanaf {day} kan geen enkele browser meer apparaten toelaten of vernieuwen. Maak er op de pagina Sleutels op tijd een uitgever, met de 24 woorden.',
  'trust.issuers.over':
    'Geen enkele browser kan nu apparaten toelaten of vernieuwen. Maak er op de pagina Sleutels een uitgever, met de 24 woorden.',
  'trust.devices.ending':
    '{count, plural, one {Bezoekers accepteren # apparaat binnenkort niet meer. Vernieuw het op de pagina Sleutels.} other {Bezoekers accepteren # apparaten binnenkort niet meer. Vernieuw ze op de pagina Sleutels.}}',
  'trust.own.over':
    'Bezoekers accepteren dit apparaat niet meer: de toelating is verlopen. Lopende gesprekken blijven; nieuwe krijg je niet. Vraag een beheerder om te vernieuwen: daarna kun je hier weer beschikbaar zijn, zonder opnieuw aan te melden.',
  'trust.own.ending': 'De toelating van dit apparaat loopt af: {day}. Vraag een beheerder om te vernieuwen.',

  'trust.enrol': 'Dit apparaat wacht op toelating',
  'trust.enrol.why':
    'Je bent aangemeld. Voordat je met bezoekers kunt praten, laat een beheerder dit apparaat toe: zo weet een bezoeker zeker dat jij het bent, wat deze server ook beweert.',
  'trust.enrol.asking': 'De aanvraag wordt gemaakt …',
  'trust.enrol.read':
    'De aanvraag is verstuurd. Lees deze vier woorden voor aan de beheerder, aan de telefoon of aan tafel.',
  'trust.enrol.words': 'De vier woorden van deze aanvraag',
  'trust.enrol.wait': 'Zodra het klaar is, gaat de bureaudienst hier vanzelf open.',
  'trust.enrol.again': 'Opnieuw aanvragen',
} as const;
