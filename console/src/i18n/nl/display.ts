/** Een scherm aan de wand. */
export const display = {
  'display.title': 'Schermen aan de wand',
  'display.hint':
    'Een scherm aan de wand laat dit bord zien zonder dat daar iemand is aangemeld: aantallen en alarmen, geen namen. Maak een link, open hem op het scherm, en geef het scherm een naam die zegt waar het hangt.',
  'display.name': 'Waar het scherm hangt',
  'display.make': 'Link maken',
  'display.link': 'Link voor het scherm',
  'display.link-explain':
    'Open deze link op het scherm aan de wand, vóór {time}. Hij werkt één keer en is hierna niet meer te zien.',
  'display.made': 'gemaakt door {name}, {time}',
  'display.waits': 'nog niet geopend; de link werkt tot {time}',
  'display.on': 'staat aan',
  'display.seen': 'laatst gezien: {time}',
  'display.end': 'Afmelden',
  'display.end-label': '{name} afmelden',
  'display.opening': 'Verbinding maken …',
  'display.old': 'Geen verbinding. Dit is de stand van {time}.',
  'display.over': 'Dit scherm laat het bord niet zien.',
  'display.ended':
    'Het is afgemeld of nooit aangemeld. Een coördinator maakt op de pagina Bord een nieuwe link.',
  'display.link-refused':
    'Deze link is al gebruikt of verlopen. Een coördinator maakt op de pagina Bord een nieuwe.',
  'display.other-language': 'English',
  'display.other-theme': 'Licht of donker',
} as const;
