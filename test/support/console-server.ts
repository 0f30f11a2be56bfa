import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it. */
interface Seen {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

/** What a console answers; `number` counts its requests from 1. */
export type Answer = (url: URL, response: ServerResponse, number: number) => void;

/** A console's API on this machine. */
export interface ConsoleServer {
  readonly url: string;
  /** Every request, in order. */
  readonly seen: readonly Seen[];
  close(): void;
}

/** Starts a server on a free port of 127.0.0.1; with a key and certificate it speaks https. */
export async function openConsole(
  answer: Answer,
  tls?: { readonly key: string; readonly cert: string },
): Promise<ConsoleServer> {
  const seen: Seen[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '';
    seen.push({ url, headers: request.headers });
    answer(new URL(url, 'http://console'), response, seen.length);
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    seen,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, body: unknown): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
