import type { Obstacle } from '@haven/shared/protocol/retirement';
import type { Language } from '@haven/shared/protocol/organisation';
import type { Translate } from '../../i18n/message-types';
import { deskNameOf, type KnownPlaces, regionNameOf } from '../../state/place-names';
import type { Times } from '../../ui/times';

type Words = {
  readonly known: KnownPlaces;
  readonly t: Translate;
  readonly language: Language;
  readonly times: Pick<Times, 'date'>;
};

/** What stands in the way, each with what to do about it. */
export function obstacleWords(obstacle: Obstacle, { known, t, language, times }: Words): readonly string[] {
  switch (obstacle.kind) {
    case 'general-desk':
      return [t('retire.obstacle.general-desk')];
    case 'serves': {
      const names = obstacle.regions.map((id) => regionNameOf(known, id) ?? id).join(', ');
      return [t('retire.obstacle.serves', { names })];
    }
    case 'in-overflow': {
      const names = obstacle.desks.map((id) => deskNameOf(known, id, language) ?? id).join(', ');
      return [t('retire.obstacle.in-overflow', { names })];
    }
    case 'chats': {
      const { waiting, going } = obstacle;
      return [
        ...(waiting > 0 ? [t('retire.obstacle.waiting', { n: waiting })] : []),
        ...(going > 0 ? [t('retire.obstacle.going', { n: going })] : []),
      ];
    }
    case 'shifts': {
      const { state, count, until } = obstacle;
      return [t(`retire.obstacle.${state}`, { n: count, date: times.date(until) })];
    }
    case 'patterns':
      // There are commas in the names that people give them.
      return [t('retire.obstacle.patterns', { names: obstacle.names.map((name) => `‘${name}’`).join(', ') })];
    default:
      return obstacle satisfies never;
  }
}

/** In the order in which they are best dealt with: what is generated goes after what it is generated from. */
const ORDER: readonly Obstacle['kind'][] = [
  'general-desk',
  'serves',
  'in-overflow',
  'chats',
  'patterns',
  'shifts',
];
const rank = (obstacle: Obstacle): readonly [number, number] => [
  ORDER.indexOf(obstacle.kind),
  // The draft is what is published.
  obstacle.kind === 'shifts' && obstacle.state === 'published' ? 1 : 0,
];

export const inOrder = (obstacles: readonly Obstacle[]): readonly Obstacle[] =>
  obstacles.toSorted((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return a[0] - b[0] || a[1] - b[1];
  });
