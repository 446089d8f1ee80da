declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  /** As much of it as tests use. */
  const Provider: new (
    issuer: string,
    configuration: Readonly<Record<string, unknown>>,
  ) => { callback(): (request: IncomingMessage, response: ServerResponse) => void };
  export default Provider;
}
