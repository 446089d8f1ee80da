import { LIMITS } from '@haven/shared/protocol/limits';
import { useId, useRef } from 'preact/hooks';
import { usePage } from '../../app/page';
import { canSend } from '../../chat/talk';
import { Icon } from './icons';

/** From here on the visitor is told how much room is left. */
const NEARLY_FULL = 200;

/** With a keyboard of its own, Enter sends; on a phone it begins a new line. */
const hasKeyboard = (): boolean => matchMedia('(hover: hover) and (pointer: fine)').matches;

/** The same field from the queue to the last word: what is written in it, and the focus, stay through all of it. */
export function Composer() {
  const { t, state, send } = usePage();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, stage } = state.value;
  const ready = canSend(state.value);
  const queued = stage.name === 'chatting' && !stage.view.returning && stage.view.phase !== 'active';
  const waiting = queued && stage.view.phase !== 'transferring';
  const left = LIMITS.textCharacters - draft.length;
  const submit = () => {
    send({ type: 'send' });
    field.current?.focus();
  };
  const hint = waiting ? t.value('wait.draft.hint') : ready ? null : t.value('chat.not-yet');
  return (
    <form
      class="composer"
      aria-label={t.value('chat.message')}
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label for={id} class={waiting ? undefined : 'unseen'}>
        {t.value(waiting ? 'wait.draft' : 'chat.message')}
      </label>
      <div class="line">
        <textarea
          ref={field}
          id={id}
          rows={2}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="enter"
          maxLength={LIMITS.textCharacters}
          aria-describedby={`${id}-hint`}
          value={draft}
          onInput={(event) => send({ type: 'write', draft: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !hasKeyboard()) return;
            event.preventDefault();
            submit();
          }}
        />
        {waiting ? null : (
          <button type="submit" class="primary send" aria-disabled={!ready || draft.trim() === ''}>
            <Icon name="send" />
            <span>{t.value('chat.send')}</span>
          </button>
        )}
      </div>
      <p id={`${id}-hint`} class="hint">
        {hint}
        {left > NEARLY_FULL ? null : (
          <span> {left > 0 ? t.value('chat.left', { n: left }) : t.value('chat.full')}</span>
        )}
      </p>
    </form>
  );
}
