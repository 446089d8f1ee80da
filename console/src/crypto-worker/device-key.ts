/** The key of this browser, made once. Its secret half can be used here and can be read by nobody, not even here. */
export type DeviceKey = {
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
};

const DATABASE = 'haven-device';
const STORE = 'keys';
const KEY = 'staff';
const ALGORITHM = 'Ed25519';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });

const openDatabase = (factory: IDBFactory): Promise<IDBDatabase> => {
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
};

const isKeyPair = (kept: unknown): kept is CryptoKeyPair =>
  typeof kept === 'object' && kept !== null && 'privateKey' in kept && kept.privateKey instanceof CryptoKey;

const keyPair = async (database: IDBDatabase, subtle: SubtleCrypto): Promise<CryptoKeyPair> => {
  const kept: unknown = await settled(database.transaction(STORE).objectStore(STORE).get(KEY));
  if (isKeyPair(kept)) return kept;
  const made = await subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  await settled(database.transaction(STORE, 'readwrite').objectStore(STORE).put(made, KEY));
  return made;
};

/**
 * Finds the key of this browser or makes one.
 * @throws when the platform has no Ed25519, no secure context, or keeps nothing.
 */
export const openDeviceKey = async (platform: {
  readonly factory: IDBFactory;
  readonly subtle: SubtleCrypto;
  readonly locks: LockManager;
}): Promise<DeviceKey> => {
  const { factory, subtle, locks } = platform;
  const database = await openDatabase(factory);
  // Two tabs that open for the first time at once must end up with one key.
  const pair = await locks.request(DATABASE, () => keyPair(database, subtle));
  database.close();
  const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  return {
    publicKey,
    sign: async (message) =>
      new Uint8Array(await subtle.sign(ALGORITHM, pair.privateKey, new Uint8Array(message))),
  };
};
