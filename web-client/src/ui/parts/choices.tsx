import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export type Choice<T extends string> = { readonly value: T; readonly label: string; readonly lang?: string };

type ChoicesProps<T extends string> = {
  readonly legend: ComponentChildren;
  readonly hint?: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: readonly T[];
  /** Several may be chosen, so that each is a box to tick. */
  readonly several?: boolean;
  readonly onChoose: (value: T, on: boolean) => void;
};

/** Real radio buttons and boxes, large enough for a thumb. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { legend, hint, choices, chosen, several = false, onChoose } = props;
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      <div class="pebbles">
        {choices.map(({ value, label, lang }) => (
          <label key={value} class="pebble" lang={lang}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              autocomplete="off"
              checked={chosen.includes(value)}
              onChange={(event) => onChoose(value, event.currentTarget.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
