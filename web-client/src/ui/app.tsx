import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../app/page';
import { screenOf } from '../chat/screen';
import { keepFocus } from './keep-focus';
import { Icon } from './parts/icons';
import { Warnings } from './parts/warnings';
import { Connecting } from './screens/connecting';
import { Safe } from './screens/safe';

/** The exit stands before all of this, in the document itself. */
export function App() {
  const { t, state, look, chooseLook, later } = usePage();
  const [options, setOptions] = useState(false);
  useEffect(() => keepFocus(document), []);
  const screen = screenOf(state.value);
  const parts = later.value;
  const disguised = look.value === 'disguise';
  const writing = screen === 'waiting' || screen === 'conversation';
  return (
    <>
      <div class="tools">
        <button
          type="button"
          class="bare"
          aria-pressed={disguised}
          onClick={() => chooseLook(disguised ? 'auto' : 'disguise')}
        >
          <Icon name="neutral" />
          <span>{t.value('page.neutral')}</span>
        </button>
        <button type="button" class="bare" aria-expanded={options} onClick={() => setOptions(!options)}>
          <Icon name="options" />
          <span>{t.value('page.options')}</span>
        </button>
      </div>
      {options && parts !== null ? <parts.Options onClose={() => setOptions(false)} /> : null}
      <main key={screen} class={`screen ${screen}`}>
        {screen === 'waiting' ? <Warnings /> : null}
        {screen === 'safe' ? (
          <Safe />
        ) : screen === 'connecting' || parts === null ? (
          <Connecting />
        ) : (
          <parts.Later screen={screen} state={state.value} />
        )}
      </main>
      {writing && parts !== null ? <parts.Composer key="composer" /> : null}
    </>
  );
}
