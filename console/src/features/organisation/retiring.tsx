import type { DeskId, RegionId } from '@haven/shared/ids';
import type { Place } from '@haven/shared/protocol/retirement';
import { type ReactNode, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { useConsole } from '../../ui/console-context';
import type { Editing } from './editing';
import { fieldOf } from './faults';
import { RetireDialog } from './retire-dialog';

export const deskPlace = (desk: DeskId): Place => ({ kind: 'desk', desk });
export const regionPlace = (region: RegionId): Place => ({ kind: 'region', region });

const idOf = (place: Place): string => (place.kind === 'desk' ? place.desk : place.region);

/** The button that brings it back, and the first field of what is in use. */
export const backButtonOf = (place: Place): string => fieldOf(place.kind, idOf(place), 'back');
const firstFieldOf = (place: Place): string =>
  place.kind === 'desk' ? fieldOf('desk', place.desk, 'nl') : fieldOf('region', place.region);

type Asked = { readonly place: Place; readonly name: string };

/** Giving up and taking up again. What is being written must be saved first: both change what it was written on. */
export const useRetiring = (focus: Editing['focus']) => {
  const { actions, stores } = useConsole();
  const [asked, ask] = useState<Asked | null>(null);
  const isSettled = (): boolean => {
    if (!stores.organisation.isWriting()) return true;
    stores.notices.say('problem', 'retire.save-first');
    return false;
  };
  const show = async (field: string) => {
    const present = await actions.ask('organisation:look', {});
    focus(field);
    if (present.ok) stores.organisation.told(present.value);
  };
  const bringBack = async ({ place, name }: Asked) => {
    if (!isSettled()) return;
    const back = await actions.ask('organisation:bring-back', { place });
    if (!back.ok) {
      stores.notices.say('problem', noticeOf(back.error));
      return;
    }
    if (back.value.obstacle !== null) {
      stores.notices.say('problem', `retire.${back.value.obstacle}`);
      return;
    }
    await show(firstFieldOf(place));
    stores.notices.say('quiet', `retire.back.${place.kind}`, { name });
  };
  const dialog: ReactNode = asked !== null && (
    <RetireDialog
      {...asked}
      onClose={() => ask(null)}
      onDone={() => {
        const { place, name } = asked;
        ask(null);
        void show(backButtonOf(place)).then(() => stores.notices.say('quiet', 'retire.done', { name }));
      }}
    />
  );
  return {
    dialog,
    retire: (place: Place, name: string) => {
      if (isSettled()) ask({ place, name });
    },
    bringBack: (place: Place, name: string) => void bringBack({ place, name }),
  };
};
export type Retiring = Omit<ReturnType<typeof useRetiring>, 'dialog'>;
