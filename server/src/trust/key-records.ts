import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { KeyRoot } from '@haven/shared/protocol/keys';
import type { LogRow } from './ledger';

export type EnrolmentRow = {
  readonly device: PublicKey;
  readonly staffId: StaffId;
  readonly request: string;
};

/** Where public keys and what was signed with the others are kept. No key of the organisation ever comes here. */
export type KeyRecords = {
  /** From the one after this many. */
  logAfter(size: number): Promise<readonly LogRow[]>;
  /** False: others were appended meanwhile, and none of these was. */
  append(size: number, rows: readonly LogRow[]): Promise<boolean>;
  roots(): Promise<readonly KeyRoot[]>;
  putRoot(root: KeyRoot): Promise<void>;
  requests(): Promise<readonly EnrolmentRow[]>;
  /** In place of an earlier one of this device. */
  putRequest(row: EnrolmentRow): Promise<void>;
  dropRequests(devices: readonly PublicKey[]): Promise<void>;
  /** Calls back after each change, on whichever node it was made. */
  onChange(callback: () => void): void;
};
