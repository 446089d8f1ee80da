import type { DeskId } from '@haven/shared/ids';
import { LIMITS } from '@haven/shared/protocol/limits';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { newKey } from './draft';
import type { Editing } from './editing';
import { fieldOf } from './faults';
import { BothFields } from './fields';
import styles from './organisation.module.css';
import { PartSection } from './part-section';

type DesksProps = Editing & { readonly generalDesk: DeskId };

export const DesksSection = ({ draft, write, faults, focus, generalDesk }: DesksProps) => {
  const { t, language } = useConsole();
  const { desks, regions } = draft;
  const add = () => {
    const key = newKey(desks);
    write((before) => ({ ...before, desks: [...before.desks, { key, id: null, name: { nl: '', en: '' } }] }));
    focus(fieldOf('desk', key, 'nl'));
  };
  return (
    <PartSection title={t('organisation.part.desks')} hint={t('organisation.desks-hint')}>
      <ul className={styles['things']}>
        {desks.map(({ key, id, name }) => {
          const served = regions.filter((region) => region.desk === key).map((region) => region.name);
          return (
            <li key={key}>
              <fieldset className={styles['thing']}>
                <legend>{name[language].trim() || t('organisation.new-desk')}</legend>
                <div className={styles['pair']}>
                  <BothFields
                    faults={faults}
                    id={fieldOf('desk', key)}
                    label="organisation.both.desk"
                    value={name}
                    onChange={(changed) =>
                      write((before) => ({
                        ...before,
                        desks: before.desks.map((desk) =>
                          desk.key === key ? { ...desk, name: changed } : desk,
                        ),
                      }))
                    }
                  />
                </div>
                <p className={styles['quiet']}>
                  {id === generalDesk
                    ? t('organisation.general')
                    : t('organisation.serves', { n: served.length, names: served.join(', ') })}
                </p>
                {id === null && (
                  <div className={styles['buttons']}>
                    <Button
                      size="small"
                      onPress={() => {
                        write((before) => ({
                          ...before,
                          desks: before.desks.filter((desk) => desk.key !== key),
                          regions: before.regions.map((region) =>
                            region.desk === key ? { ...region, desk: generalDesk } : region,
                          ),
                        }));
                        focus(fieldOf('desk', 'add'));
                      }}
                    >
                      {t('organisation.not-add')}
                    </Button>
                  </div>
                )}
              </fieldset>
            </li>
          );
        })}
      </ul>
      <div className={styles['buttons']}>
        <Button id={fieldOf('desk', 'add')} isDisabled={desks.length >= LIMITS.desks} onPress={add}>
          {t('organisation.add-desk')}
        </Button>
      </div>
    </PartSection>
  );
};
