// @vitest-environment happy-dom
import { act, useState } from 'react';
import { expect, it } from 'vitest';
import { show } from '../testing/show';
import { useRowFocus } from './use-row-focus';

const Days = ({ kept = false }: { readonly kept?: boolean }) => {
  const [days, setDays] = useState(['Kerst', 'Pasen', 'Koningsdag']);
  const { list, adders, removing } = useRowFocus<HTMLUListElement, HTMLParagraphElement>(days.length);
  return (
    <main id="page" tabIndex={-1}>
      <ul ref={list}>
        {days.map((day, row) => (
          <li key={day}>
            <button
              type="button"
              onClick={() => {
                removing(row);
                if (!kept) setDays(days.filter((each) => each !== day));
              }}
            >
              {day}
            </button>
          </li>
        ))}
      </ul>
      <p ref={adders}>
        <button type="button">Toevoegen</button>
      </p>
    </main>
  );
};

const press = (place: HTMLElement, name: string) =>
  act(() => {
    const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    button?.focus();
    button?.click();
  });

it('goes to the row that takes the place, then to the last, then to what adds one', () => {
  const { place, leave } = show(<Days />);
  press(place, 'Pasen');
  expect(document.activeElement?.textContent).toBe('Koningsdag');
  press(place, 'Koningsdag');
  expect(document.activeElement?.textContent).toBe('Kerst');
  press(place, 'Kerst');
  expect(document.activeElement?.textContent).toBe('Toevoegen');
  leave();
});

it('stays where it is while nothing is taken away', () => {
  const { place, leave } = show(<Days kept />);
  press(place, 'Pasen');
  expect(document.activeElement?.textContent).toBe('Pasen');
  leave();
});
