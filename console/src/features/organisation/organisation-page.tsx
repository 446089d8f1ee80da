import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { noticeOf } from '../../transport/notice-of';
import { useConsole } from '../../ui/console-context';
import { Page } from '../../ui/page';
import { Quiet } from '../../ui/page-part';
import { PageOpening } from '../../ui/page-opening';
import { changeOf } from './change-of';
import { DesksSection } from './desks-section';
import { changedParts, draftOf } from './draft';
import type { Editing } from './editing';
import { faultsOf, type FieldFault } from './faults';
import styles from './organisation.module.css';
import { ExitSection, NameSection, OpeningSection } from './own-sections';
import { RegionsSection } from './regions-section';
import { useRetiring } from './retiring';
import { SaveBar } from './save-bar';
import { TelephonesSection } from './telephones-section';
import { useOrganisation } from './use-organisation';

const NO_FAULTS: ReadonlyMap<string, FieldFault> = new Map();

/** Focus for a field that the next drawing may be the first to have. */
const useFocus = () => {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  return (field: string) => {
    wanted.current = field;
  };
};

/** What visitors read of the organisation, and where its chats go. */
export const OrganisationPage = () => {
  const { actions, stores, t } = useConsole();
  const { known, writing } = useOrganisation();
  const [hasTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const page = useRef<HTMLElement>(null);
  const focus = useFocus();
  const { dialog, ...retiring } = useRetiring(focus);
  if (known === null) return <PageOpening />;

  const { write } = stores.organisation;
  const base = writing?.base ?? known.description;
  const draft = writing?.draft ?? draftOf(base);
  const wrong = faultsOf(draft);
  const editing: Editing = { draft, base, write, faults: hasTried ? wrong : NO_FAULTS, focus };
  const { generalDesk, retired } = base;

  const save = async () => {
    if (wrong.size > 0) {
      flushSync(() => setTried(true));
      page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setSaving(true);
    const saved = await actions.ask('organisation:change', changeOf(base, draft));
    setSaving(false);
    setTried(false);
    if (saved.ok) {
      stores.organisation.told(saved.value);
      stores.organisation.drop();
      stores.notices.say('quiet', 'organisation.saved');
      page.current?.focus();
      return;
    }
    if (saved.error === 'outdated') {
      const present = await actions.ask('organisation:look', {});
      if (present.ok) stores.organisation.told(present.value);
    }
    stores.notices.say('problem', noticeOf(saved.error));
  };
  const drop = () => {
    setTried(false);
    stores.organisation.drop();
    page.current?.focus();
  };
  return (
    <Page ref={page} title={t('pages.organisation')} className={styles['page']}>
      <Quiet>{t('organisation.intro')}</Quiet>
      {/* What was typed while it is being saved would go with the draft. */}
      <div className={styles['parts']} inert={isSaving}>
        <TelephonesSection {...editing} />
        <NameSection {...editing} />
        <OpeningSection {...editing} />
        <ExitSection {...editing} exitUrlOfServer={known.exitUrlOfServer} />
        <DesksSection {...editing} {...retiring} generalDesk={generalDesk} past={retired.desks} />
        <RegionsSection {...editing} {...retiring} generalDesk={generalDesk} past={retired.regions} />
      </div>
      {dialog}
      {writing !== null && (
        <SaveBar
          parts={changedParts(base, draft)}
          wrong={hasTried ? wrong.size : 0}
          isSaving={isSaving}
          isOld={known.description.version !== base.version}
          onSave={() => void save()}
          onDrop={drop}
          onGoOn={stores.organisation.goOn}
        />
      )}
    </Page>
  );
};
