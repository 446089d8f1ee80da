import type { BrowserContext, ConsoleMessage } from 'playwright-core';

/** What happened in somebody's browser that must never happen. */
export type Watch = {
  /** Requests to other places than those allowed. */
  readonly strangers: readonly string[];
  /** Violations of a content security policy or of Trusted Types. */
  readonly violations: readonly string[];
  /** Errors nobody caught. */
  readonly errors: readonly string[];
  /** Every address that was asked for. */
  readonly requests: readonly string[];
};

const MARK = 'policy violated:';
const POLICY = /content security policy|trusted ?type|refused to/i;
/** Their own content is in the address. */
const LOCAL = /^(?:data|blob|about|chrome-error):/;

function inspect(message: ConsoleMessage, violations: string[]): void {
  const text = message.text();
  if (text.startsWith(MARK) || (message.type() === 'error' && POLICY.test(text))) violations.push(text);
}

/**
 * Listens to a whole browser context from before its first page. `allowed`: origins that may be asked for anything;
 * also given later, as nodes find their ports at the start.
 */
export async function watchContext(context: BrowserContext, allowed: readonly string[]): Promise<Watch> {
  const seen = {
    strangers: [] as string[],
    violations: [] as string[],
    errors: [] as string[],
    requests: [] as string[],
  };
  await context.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      console.error(`${mark} ${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  }, MARK);
  const isAllowed = (url: string) => LOCAL.test(url) || allowed.includes(new URL(url).origin);
  context.on('request', (request) => {
    seen.requests.push(request.url());
    if (!isAllowed(request.url())) seen.strangers.push(request.url());
  });
  context.on('console', (message) => inspect(message, seen.violations));
  context.on('weberror', (error) => seen.errors.push(String(error.error())));
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      const url = socket.url().replace(/^ws/, 'http');
      seen.requests.push(url);
      if (!isAllowed(url)) seen.strangers.push(url);
    });
  });
  return seen;
}
