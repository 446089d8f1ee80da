// @vitest-environment happy-dom
import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { act, useState } from 'react';
import type { WrapUpForm } from '@haven/shared/protocol/contact-record';
import { chat, NIGHT, staff } from '../../testing/duty-desk';
import { CLOSED_DESK } from '../../transport/desk-actions';
import { PauseStrip } from '../pause/pause-strip';
import { finishWrapUp as finish } from './finish-wrap-up';
import { draftFrom } from './wrap-up-draft';
import { press, show, type } from '../../testing/show';
import { WrapUpPanel } from './wrap-up-panel';

describe('Wrapping up', () => {
  it('says why the chat is over and how long is left', () => {
    const { leave, pass, text } = show(
      <WrapUpPanel chat={chat(1)} reason="emergency-exit" until={NIGHT + minutes(5)} />,
    );
    expect(text()).toContain('De bezoeker is vertrokken via de noodknop.');
    expect(text()).toContain('nog 5:00');
    pass(seconds(61));
    expect(text()).toContain('nog 3:59');
    leave();
  });

  it('is filled in and finished by single keys, once the end of an unfinished sentence has passed', async () => {
    const sent: WrapUpForm[] = [];
    const finishWrapUp = (_id: string, form: WrapUpForm) => {
      sent.push(form);
      return Promise.resolve(true);
    };
    const over = chat(1, { phase: 'ended', endReason: 'lost' });
    const { leave, pass, place, stores } = show(<WrapUpPanel chat={over} reason="lost" until={null} />, {
      finishWrapUp,
    });
    const panel = document.activeElement;
    if (panel === null) throw new Error('Nothing has the focus.');
    for (const key of 'rk') press(panel, key);
    expect(stores.wrapUps.read(over).draft).toMatchObject({ safety: null, actions: [] });
    pass(seconds(2));
    for (const key of 'rk') press(panel, key);
    const chosen = [...place.querySelectorAll('[aria-pressed="true"]')].map((each) => each.textContent);
    expect(chosen).toEqual(['Roodr', 'geluisterdk', 'voor zichzelf1', 'veiligheida']);
    await finish({ stores, actions: { ...CLOSED_DESK, finishWrapUp } }, over);
    expect(sent).toMatchObject([{ kind: 'facts', safety: 'red', actions: ['listened'] }]);
    leave();
  });

  it('takes keys at once where she ended the chat herself: none was meant for the visitor', () => {
    const over = chat(1, { phase: 'ended', endReason: 'counsellor-closed' });
    const { leave, stores } = show(<WrapUpPanel chat={over} reason="counsellor-closed" until={null} />);
    const panel = document.activeElement;
    if (panel === null) throw new Error('Nothing has the focus.');
    for (const key of 'rk') press(panel, key);
    expect(stores.wrapUps.read(over).draft).toMatchObject({ safety: 'red', actions: ['listened'] });
    leave();
  });

  it.each([
    ['takes the focus from her notes where she ended the chat here', true],
    ['leaves it there where she did so in another tab', false],
  ])('%s', (_what, isHere) => {
    const over = chat(1, { phase: 'ended', endReason: 'counsellor-closed' });
    const Chat = () => {
      const [isOver, end] = useState(false);
      return (
        <>
          <textarea onInput={() => end(true)} />
          {isOver && <WrapUpPanel chat={over} reason="counsellor-closed" until={null} />}
        </>
      );
    };
    const { leave, place, stores } = show(<Chat />);
    const notes = place.querySelector('textarea');
    if (notes === null) throw new Error('There are no notes.');
    notes.focus();
    if (isHere) stores.wrapUps.comesTo(over.chat);
    type(notes, 'Zus');
    expect(document.activeElement?.tagName).toBe(isHere ? 'SECTION' : 'TEXTAREA');
    leave();
  });

  it('asks for what is missing instead of sending half a form', async () => {
    const over = chat(1, { phase: 'ended', endReason: 'lost' });
    const { leave, stores, text } = show(<WrapUpPanel chat={over} reason="lost" until={null} />);
    await act(() => finish({ stores, actions: CLOSED_DESK }, over));
    expect(text()).toContain('Kies nog een veiligheidscode en wat je hebt gedaan');
    leave();
  });

  it('gives a pause before anything else can ring, and says when it is over', async () => {
    const done: string[] = [];
    const actions = {
      ...CLOSED_DESK,
      setPresence: (presence: string) => Promise.resolve(done.push(presence) > 0),
      finishWrapUp: () => Promise.resolve(done.push('finished') > 0),
    };
    const over = chat(1, { phase: 'ended', endReason: 'lost', safety: 'red' });
    const { leave, pass, stores, text } = show(<PauseStrip />);
    const draft = { ...draftFrom(over), skip: 'too-heavy', pause: 10 } as const;
    stores.wrapUps.patch(over, { draft });
    await act(async () => {
      stores.staff.changed([staff({ presence: 'pause', version: 2 })]);
      await finish({ stores, actions }, over);
    });
    expect(done).toEqual(['pause', 'finished']);
    expect(text()).toContain('Pauze tot');
    pass(minutes(10));
    expect(text()).toContain('Je pauze is voorbij. Heb je langer nodig, neem die tijd.');
    leave();
  });

  it('is not finished by the key that was meant for the composer', () => {
    const finished: string[] = [];
    const finishWrapUp = (id: string) => {
      finished.push(id);
      return Promise.resolve(true);
    };
    const { leave } = show(<WrapUpPanel chat={chat(1)} reason="lost" until={null} />, { finishWrapUp });
    const focused = document.activeElement;
    expect(focused?.tagName).toBe('SECTION');
    if (focused !== null) for (const key of ['Enter', ' ']) press(focused, key);
    expect(finished).toEqual([]);
    leave();
  });
});
