/** Says where the PostgreSQL of the whole run is. */
export const SHARED_POSTGRES = 'HAVEN_TEST_POSTGRES';

/** Say where there are records as a first start leaves them: the schema, and nothing in it. */
export const MODELS = {
  /** The name of a database of that PostgreSQL. */
  database: 'HAVEN_TEST_MODEL_DATABASE',
  /** Where the first who needs one lays down a data folder. */
  folder: 'HAVEN_TEST_MODEL_FOLDER',
} as const;
