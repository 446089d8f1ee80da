// @vitest-environment happy-dom
import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { chat, NIGHT } from '../../testing/duty-desk';
import { press, show } from '../../testing/show';
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
