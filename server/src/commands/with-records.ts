import { openRecords, type Records } from '../records/open-records';
import { CommandRefusal, type Host } from './command';

export async function withRecords<T>(
  { settings }: Host,
  action: (records: Records) => Promise<T>,
): Promise<T> {
  const opened = await openRecords(settings);
  if (!opened.ok) throw new CommandRefusal(opened.error);
  try {
    return await action(opened.value);
  } finally {
    await opened.value.close();
  }
}
