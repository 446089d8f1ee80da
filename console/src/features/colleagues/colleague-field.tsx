import type { StaffId } from '@haven/shared/ids';
import { LIMITS } from '@haven/shared/protocol/limits';
import type { KeyboardEvent } from 'react';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { FOCUS } from '../../ui/focus-marks';
import { Icon } from '../../ui/icon';
import styles from './colleagues.module.css';

type ColleagueFieldProps = { readonly staffId: StaffId; readonly name: string };

export const ColleagueField = ({ staffId, name }: ColleagueFieldProps) => {
  const { actions, stores, t } = useConsole();
  const draft = useSlice(stores.colleagues, ({ drafts }) => drafts.get(staffId) ?? '');
  const enterSends = useSlice(stores.preferences, (preferences) => preferences.enterSends);
  const text = draft.trim();
  const tooLong = text.length - LIMITS.textCharacters;
  const send = () => {
    if (text === '' || tooLong > 0) return;
    actions.sendToColleague(staffId, text);
    stores.colleagues.write(staffId, '');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') return stores.colleagues.open(null);
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.altKey || event.shiftKey) return;
    if (!event.ctrlKey && !event.metaKey && !enterSends) return;
    event.preventDefault();
    send();
  };
  return (
    <div className={styles['composer']}>
      <textarea
        {...FOCUS.colleagues}
        className={styles['field']}
        rows={2}
        dir="auto"
        // Some browsers send what they check to their maker.
        spellCheck={false}
        autoComplete="off"
        aria-label={t('colleagues.field', { name })}
        placeholder={t('colleagues.placeholder')}
        value={draft}
        onChange={(event) => stores.colleagues.write(staffId, event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button
        look="main"
        size="icon"
        aria-label={t('colleagues.send', { name })}
        isDisabled={text === '' || tooLong > 0}
        onPress={send}
      >
        <Icon name="send" />
      </Button>
      {tooLong > 0 && (
        <p className={styles['problem']} role="status">
          {t('composer.too-long', { n: tooLong })}
        </p>
      )}
    </div>
  );
};
