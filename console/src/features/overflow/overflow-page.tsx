import type { DeskId } from '@haven/shared/ids';
import type { DeskHours, DeskOverflow } from '@haven/shared/protocol/desk-settings';
import type { Desk, Organisation } from '@haven/shared/protocol/organisation';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import { may } from '@haven/shared/protocol/permissions';
import { useState } from 'react';
import { BlocksSection } from '../block/blocks-section';
import { Choose } from '../../ui/choose';
import { useConsole, useSlice } from '../../ui/console-context';
import { Page } from '../../ui/page';
import { useAsked } from '../../ui/use-asked';
import { PageOpening } from '../../ui/page-opening';
import { HandSection } from './hand-section';
import { HoursSection } from './hours-section';
import { PreviewSection } from './preview-section';
import { reachingOnly } from './steps-draft';
import { StepsSection } from './steps-section';
import { useRequest } from './use-request';

/** Null: the usual steps. */
type Draft = readonly OverflowStep[] | null;

type DeskPartsProps = {
  readonly organisation: Organisation;
  readonly desk: Desk;
  readonly overflow: DeskOverflow;
  readonly hours: DeskHours;
  readonly onSet: () => void;
};

/** All that one desk goes by. */
const DeskParts = ({ organisation, desk, overflow, hours, onSet }: DeskPartsProps) => {
  const { stores } = useConsole();
  const request = useRequest();
  const role = useSlice(stores.signIn, ({ state }) =>
    state.kind === 'signed-in' ? state.identity.role : 'counsellor',
  );
  const present = {
    version: overflow.version,
    steps:
      overflow.steps &&
      reachingOnly(
        overflow.steps,
        organisation.desks.map(({ id }) => id),
      ),
  };
  const [draft, setDraft] = useState<{ readonly version: number; readonly steps: Draft }>(present);
  // As soon as other steps hold, they are what one edits.
  const steps: Draft = draft.version === overflow.version ? draft.steps : present.steps;
  const said = (done: unknown) => {
    if (done !== null) stores.notices.say('quiet', 'overflow.is-set');
    onSet();
  };
  return (
    <>
      {may(role, 'hand:overflow') && <HandSection desk={desk} desks={organisation.desks} />}
      {may(role, 'block:list') && <BlocksSection />}
      <StepsSection
        set={overflow}
        desk={desk}
        desks={organisation.desks}
        draft={steps}
        onDraft={(changed) => setDraft({ version: overflow.version, steps: changed })}
        onSet={(wanted) =>
          void request('overflow:set', {
            desk: desk.id,
            version: overflow.version,
            steps: wanted,
          }).then(said)
        }
      />
      <PreviewSection organisation={organisation} desk={desk} draft={steps} />
      <HoursSection
        key={hours.version}
        set={hours}
        onSet={(wanted) =>
          void request('hours:set', { desk: desk.id, version: hours.version, hours: wanted }).then(said)
        }
      />
    </>
  );
};

/** The overflow and the hours of each desk, and a supervisor's hand on it. */
export const OverflowPage = () => {
  const { stores, t, language } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const overflows = useAsked('overflow:look', {});
  const openings = useAsked('hours:look', {});
  const [chosen, choose] = useState<DeskId | null>(null);
  if (organisation === null || overflows.value === null || openings.value === null) return <PageOpening />;

  const desk = organisation.desks.find(({ id }) => id === chosen) ?? organisation.desks[0];
  const overflow = overflows.value.desks.find((each) => each.desk === desk?.id);
  const hours = openings.value.desks.find((each) => each.desk === desk?.id);
  return (
    <Page title={t('pages.overflow')}>
      <Choose
        label={t('overflow.desk')}
        value={desk?.id ?? ''}
        onChoose={(chosenId) => choose(organisation.desks.find(({ id }) => id === chosenId)?.id ?? null)}
      >
        {organisation.desks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </Choose>
      {desk && overflow && hours && (
        <DeskParts
          key={desk.id}
          organisation={organisation}
          desk={desk}
          overflow={overflow}
          hours={hours}
          onSet={() => {
            overflows.look();
            openings.look();
          }}
        />
      )}
    </Page>
  );
};
