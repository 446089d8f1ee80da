/** A key of this browser, made once. Its secret half can be used here and can be read by nobody, not even here. */
export type DeviceKey = {
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
};

/** staff: the device's own, which an issuer certifies. issuer: certifies others, in an administrator's browser. */
export type KeyName = 'staff' | 'issuer';

export type Platform = {
  readonly factory: IDBFactory;
  readonly subtle: SubtleCrypto;
  readonly locks: LockManager;
};

const DATABASE = 'haven-device';
const STORE = 'keys';
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

const read = (database: IDBDatabase, name: string): Promise<unknown> =>
  settled(database.transaction(STORE).objectStore(STORE).get(name));

const write = async (database: IDBDatabase, name: string, value: unknown): Promise<void> => {
  await settled(database.transaction(STORE, 'readwrite').objectStore(STORE).put(value, name));
};

const isKeyPair = (kept: unknown): kept is CryptoKeyPair =>
  typeof kept === 'object' && kept !== null && 'privateKey' in kept && kept.privateKey instanceof CryptoKey;

const keyPair = async (
  database: IDBDatabase,
  subtle: SubtleCrypto,
  name: KeyName,
): Promise<CryptoKeyPair> => {
  const kept = await read(database, name);
  if (isKeyPair(kept)) return kept;
  const made = await subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  await write(database, name, made);
  return made;
};

/**
 * Finds a key of this browser or makes one.
 * @throws when the platform has no Ed25519, no secure context, or keeps nothing.
 */
export const openKey = async ({ factory, subtle, locks }: Platform, name: KeyName): Promise<DeviceKey> => {
  const database = await openDatabase(factory);
  // Two tabs that open for the first time at once must end up with one key.
  const pair = await locks.request(DATABASE, () => keyPair(database, subtle, name));
  database.close();
  const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  return {
    publicKey,
    sign: async (message) =>
      new Uint8Array(await subtle.sign(ALGORITHM, pair.privateKey, new Uint8Array(message))),
  };
};

/** What this browser remembers beside its keys: public things only. */
export const openMemory = (factory: IDBFactory) => ({
  read: async (name: string): Promise<unknown> => {
    const database = await openDatabase(factory);
    const value = await read(database, name);
    database.close();
    return value;
  },
  write: async (name: string, value: unknown): Promise<void> => {
    const database = await openDatabase(factory);
    await write(database, name, value);
    database.close();
  },
});
