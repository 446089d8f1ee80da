import type { DeviceProof } from '@haven/shared/protocol/sign-in';
import { ok, type Result } from '@haven/shared/result';
import type { ApiError, ConsoleApi } from './console-api';
import type { WorkerPort } from './crypto-worker-port';

/** Shows the server, by a challenge that is new each time, that this is the device which the sign-in began on. */
export type ProveDevice = () => Promise<Result<DeviceProof, ApiError>>;

export const createProveDevice =
  (api: Pick<ConsoleApi, 'challenge'>, worker: Pick<WorkerPort, 'prove'>): ProveDevice =>
  async () => {
    const challenge = await api.challenge();
    return challenge.ok ? ok(await worker.prove(challenge.value)) : challenge;
  };
