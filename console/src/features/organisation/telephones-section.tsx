import { DESCRIPTION, isDialable } from '@haven/shared/protocol/organisation-description';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import { moved, newKey, type TelephoneDraft } from './draft';
import type { Editing } from './editing';
import { fieldOf } from './faults';
import { BothFields, Field } from './fields';
import styles from './organisation.module.css';

const ADD = fieldOf('telephone', 'add');
const NOTHING = { nl: '', en: '' };

type RowProps = Editing & { readonly telephone: TelephoneDraft; readonly index: number };

const Row = ({ telephone, index, draft, write, faults, focus }: RowProps) => {
  const { t, language } = useConsole();
  const { key, name, number, hours } = telephone;
  const { telephones } = draft;
  const field = (part: string) => fieldOf('telephone', key, part);
  const change = (more: Partial<TelephoneDraft>) =>
    write((before) => ({
      ...before,
      telephones: before.telephones.map((each) => (each.key === key ? { ...each, ...more } : each)),
    }));
  const move = (by: -1 | 1) => {
    write((before) => ({ ...before, telephones: moved(before.telephones, key, by) }));
    const isAtEnd = index + by === 0 || index + by === telephones.length - 1;
    // A button that does nothing any longer cannot keep the focus.
    focus(field((by === -1) === isAtEnd ? 'down' : 'up'));
  };
  const called = name[language].trim() || t('organisation.telephone', { n: index + 1 });
  const dialled = isDialable(number.trim()) ? number.replace(/[^\d+]/g, '') : null;
  return (
    <li>
      <fieldset className={styles['thing']}>
        <legend>{called}</legend>
        <div className={styles['pair']}>
          <BothFields
            faults={faults}
            id={field('name')}
            label="organisation.both.whose"
            value={name}
            onChange={(changed) => change({ name: changed })}
          />
        </div>
        <div className={classes(styles['pair'], styles['three'])}>
          <Field
            faults={faults}
            id={field('number')}
            label={t('organisation.number')}
            {...(dialled !== null && { hint: t('organisation.dialled', { number: dialled }) })}
            value={number}
            onChange={(changed) => change({ number: changed })}
          />
          <BothFields
            faults={faults}
            id={field('hours')}
            label="organisation.both.hours"
            value={hours}
            onChange={(changed) => change({ hours: changed })}
          />
        </div>
        <div className={styles['buttons']}>
          <Button
            id={field('up')}
            size="small"
            isDisabled={index === 0}
            aria-label={t('organisation.up-label', { name: called })}
            onPress={() => move(-1)}
          >
            {t('organisation.up')}
          </Button>
          <Button
            id={field('down')}
            size="small"
            isDisabled={index === telephones.length - 1}
            aria-label={t('organisation.down-label', { name: called })}
            onPress={() => move(1)}
          >
            {t('organisation.down')}
          </Button>
          <Button
            size="small"
            isDisabled={telephones.length === 1}
            aria-label={t('organisation.remove-label', { name: called })}
            onPress={() => {
              write((before) => ({
                ...before,
                telephones: before.telephones.filter((each) => each.key !== key),
              }));
              focus(ADD);
            }}
          >
            {t('organisation.remove')}
          </Button>
        </div>
      </fieldset>
    </li>
  );
};

/** The numbers that a visitor is shown, in this order. */
export const TelephonesSection = (editing: Editing) => {
  const { t } = useConsole();
  const { draft, write, faults, focus } = editing;
  const { telephones } = draft;
  const add = () => {
    const key = newKey(telephones);
    const one = { key, name: NOTHING, number: '', hours: NOTHING };
    write((before) => ({ ...before, telephones: [...before.telephones, one] }));
    focus(fieldOf('telephone', key, 'name', 'nl'));
  };
  return (
    <PagePart title={t('organisation.part.telephones')} hint={t('organisation.telephones-hint')}>
      <ol className={styles['things']}>
        {telephones.map((telephone, index) => (
          <Row key={telephone.key} {...editing} telephone={telephone} index={index} />
        ))}
      </ol>
      {faults.has(fieldOf('telephones')) && <p className={styles['fault']}>{t('organisation.fault.none')}</p>}
      <div className={styles['buttons']}>
        <Button id={ADD} isDisabled={telephones.length >= DESCRIPTION.telephones} onPress={add}>
          {t('organisation.add-telephone')}
        </Button>
      </div>
    </PagePart>
  );
};
