import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole } from '../../ui/console-context';
import { Icon } from '../../ui/icon';
import { Popover } from '../../ui/popover';
import styles from './chat-head.module.css';

type SixWordsProps = { readonly words: readonly string[]; readonly between?: 'colleagues' };

export const SixWords = ({ words, between }: SixWordsProps) => {
  const { t } = useConsole();
  return (
    <DialogTrigger>
      <Button look="plain" size="small" aria-label={t('words.show')}>
        <Icon name="lock" />
        {t('status.secure')}
      </Button>
      <Popover placement="bottom start">
        <Dialog className={classes(styles['words'])}>
          <Heading slot="title" className={classes(styles['explain'])}>
            {t('words.title')}
          </Heading>
          <ol className={styles['six']}>
            {words.map((word, index) => (
              <li key={`${index}-${word}`}>{word}</li>
            ))}
          </ol>
          <p className={styles['explain']}>
            {t(between === 'colleagues' ? 'colleagues.words' : 'words.explain')}
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
