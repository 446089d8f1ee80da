import type { DeskId, RegionId } from '@haven/shared/ids';
import type { OverflowPreview } from '@haven/shared/protocol/desk-settings';
import { type Desk, type Language, LANGUAGES, type Organisation } from '@haven/shared/protocol/organisation';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import { dateOf, instantAt, timeOf } from '@haven/shared/roster/calendar';
import { hours, type Instant, seconds } from '@haven/shared/units';
import { useEffect, useState } from 'react';
import { Choose } from '../../ui/choose';
import { useConsole } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import styles from './overflow.module.css';
import { Stages } from './stages';
import { inOrder } from './steps-draft';

type PreviewSectionProps = {
  readonly organisation: Organisation;
  readonly desk: Desk;
  readonly draft: readonly OverflowStep[] | null;
};

type Visitor = { readonly region: RegionId | null; readonly language: Language; readonly when: string };

/** What was answered, and of whom it speaks. */
type Shown = {
  readonly preview: OverflowPreview;
  readonly region: RegionId | null;
  readonly at: Instant;
};

/** Somebody types; what is asked for is what stands there a moment later. */
const PAUSE = seconds(0.25);

const usePreview = (
  organisation: Organisation,
  desk: DeskId,
  draft: PreviewSectionProps['draft'],
  visitor: Visitor,
) => {
  const { actions } = useConsole();
  const [shown, show] = useState<Shown | null>(null);
  const { region, language, when } = visitor;
  useEffect(() => {
    let isOld = false;
    const [date = '', time = ''] = when.split('T');
    const timer = setTimeout(() => {
      if (date === '' || time === '') return;
      const at = instantAt(date, time.slice(0, 5), organisation.timeZone);
      const steps = draft && inOrder(draft);
      void actions.ask('overflow:preview', { region, language, at, desk, steps }).then((reply) => {
        if (!isOld) show(reply.ok ? { preview: reply.value, region, at } : null);
      });
    }, PAUSE);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [actions, organisation, desk, draft, region, language, when]);
  return shown;
};

/** Whom a visitor of this desk would ring at some moment, by the steps as they are edited. */
export const PreviewSection = ({ organisation, desk, draft }: PreviewSectionProps) => {
  const { stores, t, times, language } = useConsole();
  const { timeZone, regions } = organisation;
  const own = regions.filter(({ id }) => desk.regions.includes(id));
  const [visitor, setVisitor] = useState<Visitor>(() => {
    // A whole hour, half a day from now: by day that is the night, where holes are.
    const then = Math.floor((stores.clock.now() + hours(12)) / hours(1)) * hours(1);
    return {
      region: own[0]?.id ?? null,
      language: 'nl',
      when: `${dateOf(then, timeZone)}T${timeOf(then, timeZone)}`,
    };
  });
  const shown = usePreview(organisation, desk.id, draft, visitor);
  const whoOf = ({ region, at }: Shown) => {
    const name = regions.find(({ id }) => id === region)?.name;
    const time = `${times.dayLong(at)} ${times.clock(at)}`;
    return name === undefined
      ? t('overflow.preview-nowhere', { time })
      : t('overflow.preview-who', { region: name, time });
  };
  return (
    <PagePart title={t('overflow.preview')}>
      <div className={styles['fields']}>
        <Choose
          label={t('overflow.preview-region')}
          value={visitor.region ?? ''}
          onChoose={(chosen) =>
            setVisitor({ ...visitor, region: regions.find(({ id }) => id === chosen)?.id ?? null })
          }
        >
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{t('overflow.preview-no-region')}</option>
        </Choose>
        <label className={styles['labelled']}>
          {t('overflow.preview-when')}
          <input
            type="datetime-local"
            className={styles['field']}
            value={visitor.when}
            onChange={(event) => setVisitor({ ...visitor, when: event.target.value })}
          />
        </label>
        <Choose
          label={t('overflow.preview-language')}
          value={visitor.language}
          onChoose={(chosen) => setVisitor({ ...visitor, language: chosen === 'en' ? 'en' : 'nl' })}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {t(`staff.language.${each}`)}
            </option>
          ))}
        </Choose>
      </div>
      <div aria-live="polite" className={styles['outcome']}>
        {shown !== null && (
          <Stages
            preview={shown.preview}
            who={whoOf(shown)}
            deskName={organisation.desks.find(({ id }) => id === shown.preview.desk)?.name[language] ?? ''}
          />
        )}
      </div>
    </PagePart>
  );
};
