import { usePage } from '../../app/page';

/** What weakens the promise of the encryption, said wherever the promise is made. */
export function Warnings() {
  const { t, state } = usePage();
  const { organisation, pinnedRoots } = state.value;
  if (organisation === null) return null;
  if (organisation.demonstration) {
    return (
      <p class="warning">
        <strong>{t.value('demo.title')}</strong> {t.value('demo.text')}
      </p>
    );
  }
  if (pinnedRoots.length > 0) return null;
  return <p class="warning">{t.value('unpinned.text', { organisation: organisation.name })}</p>;
}
