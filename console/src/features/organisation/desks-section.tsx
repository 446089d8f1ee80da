import type { DeskId } from '@haven/shared/ids';
import { LIMITS } from '@haven/shared/protocol/limits';
import type { Retired } from '@haven/shared/protocol/retirement';
import { useConsole } from '../../ui/console-context';
import { Quiet } from '../../ui/page-part';
import { newKey } from './draft';
import type { Editing } from './editing';
import { fieldOf } from './faults';
import { BothFields } from './fields';
import styles from './organisation.module.css';
import { RetiredList } from './retired-list';
import { deskPlace, type Retiring } from './retiring';
import { servedBy } from './served';
import { ThingsSection } from './things-section';

type DesksProps = Editing & Retiring & { readonly generalDesk: DeskId; readonly past: Retired['desks'] };

export const DesksSection = ({
  draft,
  base,
  write,
  faults,
  focus,
  generalDesk,
  past,
  retire,
  bringBack,
}: DesksProps) => {
  const { t, language } = useConsole();
  const { desks } = draft;
  const add = () => {
    const key = newKey(desks);
    write((before) => ({ ...before, desks: [...before.desks, { key, id: null, name: { nl: '', en: '' } }] }));
    focus(fieldOf('desk', key, 'nl'));
  };
  const takeBack = (key: string) => {
    write((before) => ({
      ...before,
      desks: before.desks.filter((desk) => desk.key !== key),
      regions: before.regions.map((region) =>
        region.desk === key ? { ...region, desk: generalDesk } : region,
      ),
    }));
    focus(fieldOf('desk', 'add'));
  };
  const saysServed = (key: string) => {
    const names = servedBy(base, draft, key).map(({ name }) => name);
    return t('organisation.serves', { n: names.length, names: names.join(', ') });
  };
  return (
    <ThingsSection
      kind="desk"
      title={t('organisation.part.desks')}
      hint={t('organisation.desks-hint')}
      things={desks}
      called={({ name }) => name[language].trim() || t('organisation.new-desk')}
      most={LIMITS.desks}
      addLabel={t('organisation.add-desk')}
      onAdd={add}
      onTakeBack={({ key }) => takeBack(key)}
      retire={({ id, name }) =>
        id === null || id === generalDesk ? null : () => retire(deskPlace(id), name[language])
      }
      retired={
        <RetiredList
          kind="desk"
          things={past.map(({ id, name, retiredAt }) => ({
            place: deskPlace(id),
            name: name[language],
            retiredAt,
          }))}
          bringBack={bringBack}
        />
      }
    >
      {({ key, id, name }) => (
        <>
          <div className={styles['pair']}>
            <BothFields
              faults={faults}
              id={fieldOf('desk', key)}
              label="organisation.both.desk"
              value={name}
              onChange={(changed) =>
                write((before) => ({
                  ...before,
                  desks: before.desks.map((desk) => (desk.key === key ? { ...desk, name: changed } : desk)),
                }))
              }
            />
          </div>
          <Quiet>{id === generalDesk ? t('organisation.general') : saysServed(key)}</Quiet>
        </>
      )}
    </ThingsSection>
  );
};
