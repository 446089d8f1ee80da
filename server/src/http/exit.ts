import { Router, text } from 'express';
import type { Decide } from '../announce/decide';
import type { Limits } from '../limits/limits';
import type { Capabilities } from '../tokens/capabilities';
import { LIMITS } from '@haven/shared/protocol/limits';

const CLEAR = '"cache", "storage"';

type Deps = {
  readonly exitUrl: () => string;
  readonly capabilities: Capabilities;
  readonly decide: Decide;
  readonly limits: Limits;
};

/**
 * Leaving at once. The beacon ends the chat, and whatever its capability is worth, it is answered the same; the link
 * works without any script.
 */
export function exitRoutes({ exitUrl, capabilities, decide, limits }: Deps): Router {
  const router = Router();
  router.get('/exit', (_request, response) => {
    response.setHeader('Clear-Site-Data', CLEAR);
    response.redirect(303, exitUrl());
  });
  router.post(
    '/exit',
    text({ type: () => true, limit: LIMITS.capabilityCharacters }),
    async (request, response) => {
      response.setHeader('Clear-Site-Data', CLEAR);
      response.status(204).end();
      const token: unknown = request.body;
      if (typeof token !== 'string' || token === '') return;
      if (!(await limits.allow('exit', limits.keyOf(request)))) return;
      const opened = await capabilities.open(token);
      if (!opened.ok || opened.value.bearer !== 'visitor') return;
      const { chat } = opened.value.snapshot;
      await decide({ kind: 'leave', chat, reason: 'emergency-exit' });
    },
  );
  return router;
}
