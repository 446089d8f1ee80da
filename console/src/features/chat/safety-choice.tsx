import { SAFETY_LEVELS, type SafetyLevel, type StaffChat } from '@haven/shared/protocol/chat';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { FOCUS } from '../../ui/focus-marks';
import { Hidden } from '../../ui/hidden';
import { SafetyMark } from '../../ui/safety-mark';
import { Section } from '../../ui/section';
import styles from './about-pane.module.css';

const isLevel = (value: string): value is SafetyLevel => SAFETY_LEVELS.some((known) => known === value);

/** The counsellor's judgement, in the colours of the method. */
export const SafetyChoice = ({ chat }: { readonly chat: StaffChat }) => {
  const { actions, stores, t } = useConsole();
  const selfId = useSlice(stores.staff, (staff) => staff.selfId);
  // Who is about to take over judges once the chat is hers.
  const mayJudge = chat.members.some(({ staffId, role }) => staffId === selfId && role === 'counsellor');
  return (
    <Section title={t('safety.title')} id="safety-title">
      <RadioGroup
        {...FOCUS.safety}
        className={classes(styles['safety'])}
        aria-labelledby="safety-title"
        value={chat.safety}
        isDisabled={!mayJudge}
        onChange={(value: string) => {
          if (isLevel(value)) void actions.setSafety(chat.chat, value);
        }}
      >
        {SAFETY_LEVELS.map((level) => (
          <Radio key={level} value={level} className={classes(styles['level'])}>
            <SafetyMark level={level} />
            {t(`safety.${level}`)}
            <Hidden>, {t(`safety.${level}.hint`)}</Hidden>
          </Radio>
        ))}
      </RadioGroup>
      <p className={styles['meaning']}>
        {chat.safety === null ? t('safety.none') : t(`safety.${chat.safety}.hint`)}
        {chat.safety !== null && mayJudge && (
          <Button look="quiet" size="small" onPress={() => void actions.setSafety(chat.chat, null)}>
            {t('safety.clear')}
          </Button>
        )}
      </p>
    </Section>
  );
};
