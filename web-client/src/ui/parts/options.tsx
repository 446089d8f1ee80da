import { usePage } from '../../app/page';
import { LOOKS } from '../../app/page-configuration';
import { LANGUAGE_NAMES, languages } from '../../i18n/languages';
import { Choices } from './choices';
import { Panel } from './panel';

function Switch({ label, on, onSwitch }: { label: string; on: boolean; onSwitch: (on: boolean) => void }) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        autocomplete="off"
        checked={on}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

export function Options({ onClose }: { readonly onClose: () => void }) {
  const { t, state, send, language, chooseLanguage, look, chooseLook } = usePage();
  const { showTyping, sound } = state.value;
  return (
    <Panel title={t.value('page.options')} onClose={onClose}>
      <Choices
        legend={t.value('page.language')}
        choices={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
        chosen={[language.value]}
        onChoose={chooseLanguage}
      />
      <Choices
        legend={t.value('page.look')}
        choices={LOOKS.map((value) => ({ value, label: t.value(`page.look.${value}`) }))}
        chosen={[look.value]}
        onChoose={chooseLook}
      />
      <Switch
        label={t.value('page.typing')}
        on={showTyping}
        onSwitch={(on) => send({ type: 'prefer', showTyping: on })}
      />
      <Switch
        label={t.value('page.sound')}
        on={sound}
        onSwitch={(on) => send({ type: 'prefer', sound: on })}
      />
    </Panel>
  );
}
