import type { DeskId, RegionId } from '@haven/shared/ids';
import { useMemo } from 'react';
import { everyDesk, everyRegion } from '../../state/place-names';
import { useConsole, useSlice } from '../../ui/console-context';

/** What desks and regions are called, in the language of the console. */
export const useNames = () => {
  const { stores, language } = useConsole();
  const organisation = useSlice(stores.desk, (state) => state.organisation);
  return useMemo(() => {
    const desks = new Map(everyDesk(organisation).map(({ id, name }) => [id, name[language]]));
    const regions = new Map(everyRegion(organisation).map(({ id, name }) => [id, name]));
    return {
      desk: (id: DeskId): string => desks.get(id) ?? id,
      region: (id: RegionId): string => regions.get(id) ?? id,
      /** The desk that serves a region. */
      deskOf: (id: RegionId): DeskId | null =>
        organisation?.desks.find((desk) => desk.regions.includes(id))?.id ??
        organisation?.generalDesk ??
        null,
    };
  }, [organisation, language]);
};
