import { useState } from 'preact/hooks';
import { usePage } from '../../app/page';
import { deskNameOf } from '../names';
import { Icon } from './icons';
import { JoinedBanner } from './join';
import { Panel } from './panel';
import { Words } from './words';

/** Who the visitor writes with, and the mark that says how this is known. */
export function Person() {
  const { t, state, language } = usePage();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const { encryption, talkedWith } = state.value;
  const counsellor = encryption?.counsellor ?? null;
  const secure = encryption?.link?.state === 'secure';
  const name = secure ? (counsellor?.displayName ?? talkedWith) : talkedWith;
  return (
    <>
      <div class="with">
        <header class="person">
          <div>
            <p class="name">{name ?? t.value('chat.anyone')}</p>
            <p class="desk">{deskNameOf(state.value, language.value)}</p>
          </div>
          {secure && counsellor !== null ? (
            <button
              type="button"
              class="mark"
              aria-expanded={open}
              aria-label={t.value('chat.verified.open', { name: counsellor.displayName })}
              onClick={() => setOpen(!open)}
            >
              <Icon name="verified" />
              <span>{t.value('chat.verified')}</span>
            </button>
          ) : null}
          <button
            type="button"
            class="quiet stop"
            aria-expanded={asked}
            aria-label={t.value('chat.end')}
            onClick={() => setAsked(!asked)}
          >
            {t.value('chat.stop')}
          </button>
        </header>
        <JoinedBanner />
      </div>
      {open && counsellor !== null ? (
        <Words person={counsellor} words={encryption?.link?.words ?? []} onClose={() => setOpen(false)} />
      ) : null}
      {asked ? <StopPanel onClose={() => setAsked(false)} /> : null}
    </>
  );
}

function StopPanel({ onClose }: { readonly onClose: () => void }) {
  const { t, send } = usePage();
  return (
    <Panel title={t.value('chat.end.title')} onClose={onClose}>
      <p>{t.value('chat.end.text')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => send({ type: 'end' })}>
          {t.value('chat.end.yes')}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t.value('chat.end.no')}
        </button>
      </div>
    </Panel>
  );
}
