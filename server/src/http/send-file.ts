import type { Request, Response } from 'express';
import type { ServedFile } from './files';

/** `cache`: what to say about keeping it; without it, nobody keeps it. */
export function sendFile(request: Request, response: Response, file: ServedFile, cache?: string): void {
  response.setHeader('Content-Type', file.type);
  response.setHeader('Vary', 'Accept-Encoding');
  if (cache !== undefined) {
    response.setHeader('Cache-Control', cache);
    response.setHeader('ETag', file.etag);
    if (request.headers['if-none-match'] === file.etag) {
      response.status(304).end();
      return;
    }
  }
  const isBrotli = file.brotli !== null && acceptsBrotli(request.headers['accept-encoding']);
  const body = isBrotli && file.brotli !== null ? file.brotli : file.body;
  if (isBrotli) response.setHeader('Content-Encoding', 'br');
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

const acceptsBrotli = (header: string | string[] | undefined): boolean =>
  String(header ?? '')
    .split(',')
    .some((part) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/.test(part));

export function notFound(response: Response): void {
  response.status(404).type('text/plain').send('Not found');
}
