import type { RequestHandler } from 'express';
import helmet from 'helmet';

type Directives = Readonly<Record<string, readonly string[]>>;

/** Nothing at all, for what is no document. */
const NOTHING: Directives = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] };

/** Scripts come from files of this server only, and become code in the page in no other way. */
const DOCUMENT: Directives = {
  ...NOTHING,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'require-trusted-types-for': ["'script'"],
};

/** Only staff sign in, and only on pages of the console. */
const PASSKEYS = ['publickey-credentials-create', 'publickey-credentials-get'];

/** What no other page of Haven uses, nor anything that is put into one. */
const FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  ...PASSKEYS,
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const permissions = (own: readonly string[]): string =>
  FEATURES.map((feature) => `${feature}=${own.includes(feature) ? '(self)' : '()'}`).join(', ');

export type SecurityHeaders = {
  /** For everything that has none of its own. */
  readonly usual: RequestHandler;
  readonly chat: RequestHandler;
  readonly console: RequestHandler;
  /** The demonstration's host page: as strict as a careful organisation's. */
  readonly host: RequestHandler;
  /** The response of a worker that holds keys: it may run WebAssembly, and may not talk to anybody. */
  readonly cryptoWorker: RequestHandler;
  /** The loader runs in pages of other origins. */
  readonly loader: RequestHandler;
};

export type HeaderSettings = {
  /** An origin; null when only the address in use is known. */
  readonly publicUrl: string | null;
  readonly frameAncestors: readonly string[];
};

export function createSecurityHeaders({ publicUrl, frameAncestors }: HeaderSettings): SecurityHeaders {
  const headers = (
    directives: Directives,
    resources: 'same-origin' | 'cross-origin',
    own: readonly string[] = [],
  ) => securityHeaders(publicUrl, directives, resources, permissions(own));
  const connect = ["'self'", ...socketOrigins(publicUrl)];
  const none = { 'frame-ancestors': ["'none'"] };
  return {
    usual: headers({ ...NOTHING, ...none }, 'same-origin'),
    // A host page with an embedder policy of its own may only embed what says that it may be.
    chat: headers(
      {
        ...DOCUMENT,
        'connect-src': connect,
        'worker-src': ["'self'"],
        'media-src': ["'self'"],
        'trusted-types': ['haven-workers'],
        'frame-ancestors': frameAncestors,
      },
      'cross-origin',
    ),
    console: headers(
      {
        ...DOCUMENT,
        ...none,
        'connect-src': connect,
        'worker-src': ["'self'"],
        'media-src': ["'self'"],
        'trusted-types': ['haven-workers'],
      },
      'same-origin',
      PASSKEYS,
    ),
    host: headers(
      {
        ...DOCUMENT,
        ...none,
        'connect-src': ["'self'"],
        'frame-src': ["'self'"],
        'trusted-types': ["'none'"],
      },
      'same-origin',
    ),
    cryptoWorker: headers(
      {
        ...NOTHING,
        ...none,
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'connect-src': ["'none'"],
      },
      'same-origin',
    ),
    loader: headers({ ...NOTHING, ...none }, 'cross-origin'),
  };
}

/** Browsers that predate it do not take 'self' for the WebSockets of the same host. */
function socketOrigins(publicUrl: string | null): string[] {
  return publicUrl === null ? [] : [publicUrl.replace(/^http/, 'ws')];
}

function securityHeaders(
  publicUrl: string | null,
  directives: Directives,
  resources: 'same-origin' | 'cross-origin',
  permissionsPolicy: string,
): RequestHandler {
  const isHttps = publicUrl?.startsWith('https:') === true;
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...directives } },
    crossOriginResourcePolicy: { policy: resources },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // The policy's frame-ancestors says it better.
    xFrameOptions: false,
    xPoweredBy: false,
  });
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', permissionsPolicy);
    response.setHeader('Cache-Control', 'no-store');
    protect(request, response, next);
  };
}
