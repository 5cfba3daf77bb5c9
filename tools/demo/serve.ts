// Serves folders of pages on 127.0.0.1: the sample news site, and the pages of the tests. A `headers.json` at the
// top of a folder gives the headers of single pages; it is not served itself.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the sample news site. */
export const sampleSite = fileURLToPath(new URL('site', import.meta.url));

/** Addresses in the sample site, one for each thing that real pages do. */
export const samplePages = {
  home: '/',
  section: '/world/',
  about: '/about.html',
  /** Captions with credits, teasers, "Loading...", handles, a quote in Cyrillic, comments. */
  portal: '/2026/11/21/world/ferry-talks-port-ellery.html',
  longRead: '/2026/11/16/long-read/keepers-of-the-slow-light.html',
  strictPolicy: '/2026/11/20/business/tessel-bank-audit.html',
  /** Renders its story anew each `?every=MS`. */
  renderedAgain: '/2026/11/21/politics/budget-vote-live.html',
  /** Goes to the next article without loading. */
  withoutLoading: '/2026/11/19/science/glass-sponge-survey.html',
  /** Cross-Origin-Embedder-Policy: require-corp. */
  embedsNothing: '/2026/11/17/culture/orchestra-of-the-tide.html',
} as const;

/** A page made on the spot instead of read from a folder. */
export interface MadePage {
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

export interface Site {
  /** Without a slash at the end. */
  origin: string;
  /** Every request so far: method and path with query. */
  requests: readonly string[];
  stop(): Promise<void>;
}

export interface SiteOptions {
  /** Searched in this order. */
  folders: readonly string[];
  /** By path. */
  pages?: ReadonlyMap<string, MadePage>;
  /** 0, the usual: any free port. */
  port?: number;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
  '.xhtml': 'application/xhtml+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** @throws when the port is taken or a headers.json is broken. */
export async function serveSite({ folders, pages = new Map(), port = 0 }: SiteOptions): Promise<Site> {
  const extraHeaders = new Map<string, Record<string, string>>();
  for (const folder of folders) {
    for (const [path, headers] of await readHeaders(folder)) extraHeaders.set(path, headers);
  }
  const requests: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests.push(`${request.method} ${request.url}`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const path = pathOf(request.url ?? '/');
    if (path === undefined) return refuse(response, 400);
    const page = pages.get(path) ?? (await readPage(folders, path));
    if (page === undefined) return refuse(response, 404);
    response.writeHead(200, {
      'Content-Type': page.type,
      'Cache-Control': 'no-store',
      ...extraHeaders.get(path),
      ...page.headers,
    });
    response.end(request.method === 'HEAD' ? undefined : page.body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500));
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** The decoded path of a request, undefined when it is not well-formed or climbs out of the folder. */
export function pathOf(target: string): string | undefined {
  try {
    const path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '');
    const climbs = path.split(/[/\\]/).includes('..');
    return path.startsWith('/') && !path.includes('\0') && !climbs ? path : undefined;
  } catch {
    return undefined;
  }
}

async function readPage(folders: readonly string[], path: string): Promise<MadePage | undefined> {
  const name = path.endsWith('/') ? `${path}index.html` : path;
  if (name === '/headers.json') return undefined;
  for (const folder of folders) {
    const file = resolve(join(folder, name));
    if (relative(folder, file).startsWith(`..${sep}`)) continue;
    try {
      return { type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
    } catch {
      // Not in this folder: the next one may have it.
    }
  }
  return undefined;
}

async function readHeaders(folder: string): Promise<[string, Record<string, string>][]> {
  const text = await readFile(join(folder, 'headers.json'), 'utf8').catch(() => '{}');
  const headers: Record<string, Record<string, string>> = JSON.parse(text);
  return Object.entries(headers);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(status === 404 ? 'Not found' : `Error ${status}`);
}
