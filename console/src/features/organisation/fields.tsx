import { LANGUAGES } from '@haven/shared/protocol/organisation';
import type { MessageKey } from '../../i18n/message-types';
import { useConsole } from '../../ui/console-context';
import { TextField } from '../../ui/text-field';
import type { Wording } from './draft';
import type { Editing } from './editing';

type FieldProps = Pick<Editing, 'faults'> & {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

export const Field = ({ faults, id, ...field }: FieldProps) => {
  const { t } = useConsole();
  const fault = faults.get(id);
  return (
    <TextField {...field} id={id} fault={fault === undefined ? null : t(`organisation.fault.${fault}`)} />
  );
};

/** A label that says the language it is asked for. */
type BothLabel = Extract<MessageKey, `organisation.both.${string}`>;

type BothProps = Pick<Editing, 'faults'> & {
  readonly id: string;
  readonly label: BothLabel;
  readonly value: Wording;
  readonly onChange: (value: Wording) => void;
};

/** The same in Dutch and in English, for visitors read it in theirs. */
export const BothFields = ({ faults, id, label, value, onChange }: BothProps) => {
  const { t } = useConsole();
  return LANGUAGES.map((language) => (
    <Field
      key={language}
      faults={faults}
      id={`${id}-${language}`}
      label={t(label, { language: t(`language.${language}`) })}
      value={value[language]}
      onChange={(text) => onChange({ ...value, [language]: text })}
    />
  ));
};
