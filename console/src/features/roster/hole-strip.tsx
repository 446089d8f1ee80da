import type { NearHole } from '@haven/shared/protocol/roster-requests';
import { minutes } from '@haven/shared/units';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import shell from '../shell/shell.module.css';
import { useNames as useBoardNames } from '../supervision/use-names';
import { useHoleWords } from './hole-words';
import styles from './hole-strip.module.css';
import { useAnswer } from './use-answer';
import { usePlans } from './use-roster';

/** Thresholds change without a word to consoles. */
const ASK_AGAIN = minutes(5);

const NONE: readonly NearHole[] = [];

const nameOf = ({ desk, from }: NearHole): string => `${desk} ${from}`;

/** Hours before nobody would be there, and while nobody is: for those who can do something about it. */
const NearHoles = () => {
  const { stores, t } = useConsole();
  const names = useBoardNames();
  const { value, again } = useAnswer('roster:holes', {});
  const say = useHoleWords(value?.holes ?? NONE);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const minute = useSlice(stores.clock, ({ now }) => Math.floor(now / minutes(1)) * minutes(1));
  const turn = Math.floor(minute / ASK_AGAIN);
  useEffect(again, [again, turn]);
  const near = (value?.holes ?? []).filter(
    (hole) => hole.tellAt <= minute && minute < hole.until && !seen.has(nameOf(hole)),
  );
  const [first] = near;
  if (first === undefined) return null;
  return (
    <div className={classes(shell['strip'], shell['problem'], styles['strip'])} role="status">
      <span>
        <strong>{names.desk(first.desk)}</strong> {say(first, minute)}
        {near.length > 1 && <> {t('roster.near.more', { n: near.length - 1 })}</>}
      </span>
      <Link href="/roster">{t('roster.near.look')}</Link>
      <Button size="small" onPress={() => setSeen(new Set([...seen, ...near.map(nameOf)]))}>
        {t('roster.near.seen')}
      </Button>
    </div>
  );
};

export const HoleStrip = () => (usePlans() ? <NearHoles /> : null);
