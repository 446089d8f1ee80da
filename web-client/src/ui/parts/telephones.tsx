import { usePage } from '../../app/page';
import { Icon } from './icons';

/** The national numbers: what is left to say when the organisation could not be asked for its own. */
export const EMERGENCY = '112';
const ADVICE = '0800-2000';

export function CallLink({ number }: { readonly number: string }) {
  return (
    <a class="call" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      {number}
    </a>
  );
}

export function Telephones() {
  const { t, language, state } = usePage();
  const { organisation } = state.value;
  const own = (organisation?.telephones ?? []).map(({ name, number, hours }) => ({
    name: name[language.value],
    number,
    hours: hours[language.value],
  }));
  const advice = { name: t.value('call.advice'), number: ADVICE, hours: t.value('call.always') };
  const emergency = { name: t.value('call.danger'), number: EMERGENCY, hours: t.value('call.always') };
  const listed = own.length > 0 ? own : [advice];
  const all = listed.some(({ number }) => number === EMERGENCY) ? listed : [emergency, ...listed];
  return (
    <ul class="telephones">
      {all.map(({ name, number, hours }) => (
        <li key={number}>
          <Icon name="phone" />
          <span>{name}</span>
          <small>{hours}</small>
          <CallLink number={number} />
        </li>
      ))}
    </ul>
  );
}
