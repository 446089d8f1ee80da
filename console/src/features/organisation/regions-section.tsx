import type { DeskId } from '@haven/shared/ids';
import { DESCRIPTION } from '@haven/shared/protocol/organisation-description';
import type { Retired } from '@haven/shared/protocol/retirement';
import { Choose } from '../../ui/choose';
import { useConsole } from '../../ui/console-context';
import { Quiet } from '../../ui/page-part';
import { type DeskDraft, newKey, type RegionDraft } from './draft';
import type { Editing } from './editing';
import { fieldOf } from './faults';
import { Field } from './fields';
import styles from './organisation.module.css';
import { RetiredList } from './retired-list';
import { regionPlace, type Retiring } from './retiring';
import { othersFor } from './served';
import { ThingsSection } from './things-section';

type RegionsProps = Editing & Retiring & { readonly generalDesk: DeskId; readonly past: Retired['regions'] };

/** What a visitor can answer to *where are you*, and to which desk that leads. */
export const RegionsSection = ({
  draft,
  base,
  write,
  faults,
  focus,
  generalDesk,
  past,
  retire,
  bringBack,
}: RegionsProps) => {
  const { t, language } = useConsole();
  const { desks, regions } = draft;
  const change = (key: string, more: Partial<RegionDraft>) =>
    write((before) => ({
      ...before,
      regions: before.regions.map((region) => (region.key === key ? { ...region, ...more } : region)),
    }));
  const calledDesk = (desk: DeskDraft) => desk.name[language].trim() || t('organisation.new-desk');
  const add = () => {
    const key = newKey(regions);
    const one = { key, id: null, name: '', desk: generalDesk };
    write((before) => ({ ...before, regions: [...before.regions, one] }));
    focus(fieldOf('region', key));
  };
  const takeBack = (key: string) => {
    write((before) => ({ ...before, regions: before.regions.filter((region) => region.key !== key) }));
    focus(fieldOf('region', 'add'));
  };
  return (
    <ThingsSection
      kind="region"
      title={t('organisation.part.regions')}
      hint={t('organisation.regions-hint')}
      things={regions}
      called={({ name }) => name.trim() || t('organisation.new-region')}
      most={DESCRIPTION.regions}
      addLabel={t('organisation.add-region')}
      onAdd={add}
      onTakeBack={({ key }) => takeBack(key)}
      retire={({ id, name }) => (id === null ? null : () => retire(regionPlace(id), name))}
      retired={
        <RetiredList
          kind="region"
          things={past.map(({ id, name, retiredAt }) => ({ place: regionPlace(id), name, retiredAt }))}
          bringBack={bringBack}
        />
      }
    >
      {(region) => {
        const { key, name, desk } = region;
        const others = othersFor(base, draft, region).map((each) => calledDesk(each));
        return (
          <>
            <div className={styles['pair']}>
              <Field
                faults={faults}
                id={fieldOf('region', key)}
                label={t('organisation.region')}
                value={name}
                onChange={(changed) => change(key, { name: changed })}
              />
              <Choose
                label={t('organisation.served-by')}
                value={desk}
                onChoose={(chosen) => change(key, { desk: chosen })}
              >
                {desks.map((each) => (
                  <option key={each.key} value={each.key}>
                    {calledDesk(each)}
                  </option>
                ))}
              </Choose>
            </div>
            {others.length > 0 && (
              <Quiet>{t('organisation.served-too', { n: others.length, names: others.join(', ') })}</Quiet>
            )}
          </>
        );
      }}
    </ThingsSection>
  );
};
