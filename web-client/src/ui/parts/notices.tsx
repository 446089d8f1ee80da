import { usePage } from '../../app/page';
import type { ChatState } from '../../chat/state';
import type { Translate } from '../../i18n/messages';
import { Icon } from './icons';
import { Telephones } from './telephones';

/** What is going on with the link, in words; null when there is nothing to say. */
function aboutLink({ encryption, stage, talkedWith, restoring }: ChatState, t: Translate): string | null {
  if (stage.name !== 'chatting' || encryption === null) return null;
  const { link, counsellor, handingOver, handOverFault, joinFault } = encryption;
  if (handingOver !== null) return t('transfer.going', { other: handingOver.displayName });
  const name = counsellor?.displayName ?? talkedWith;
  if (handOverFault !== null) return t('transfer.fault', { name: name ?? t('chat.someone') });
  if (joinFault !== null) return t('join.fault', { name: name ?? t('chat.someone') });
  if (link?.state === 'linking') {
    return name === null ? t('chat.linking.anyone') : t('chat.linking', { name });
  }
  if (link?.state === 'secure' && link.fault === 'altered') {
    return t('chat.altered', { name: name ?? t('chat.someone') });
  }
  return restoring ? t('chat.restoring') : null;
}

/** Said politely beside the conversation, for as long as it is true. */
export function Notices() {
  const { t, state, send } = usePage();
  const { connection, encryption, talkedWith } = state.value;
  const linked = aboutLink(state.value, t.value);
  const silent = encryption?.link?.state === 'broken' && encryption.link.fault === 'no-answer';
  return (
    <div class="notices" role="status">
      {linked === null ? null : (
        <p class="notice">
          <Icon name="notice" />
          <span>{linked}</span>
        </p>
      )}
      {silent ? (
        <p class="notice">
          <Icon name="notice" />
          <span>
            {t.value('chat.no-answer', { name: talkedWith ?? t.value('chat.someone') })}{' '}
            <button type="button" class="link" onClick={() => send({ type: 'link-again' })}>
              {t.value('chat.no-answer.again')}
            </button>
          </span>
        </p>
      ) : null}
      {connection.trouble === 'none' ? null : (
        <div class="notice bad">
          <Icon name="notice" />
          <div>
            <p>{t.value(`chat.${connection.trouble}`)}</p>
            {connection.trouble === 'cut' ? <Telephones /> : null}
          </div>
        </div>
      )}
    </div>
  );
}
