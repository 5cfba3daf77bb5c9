// A proxy that everything goes through, this machine's own addresses too: remembers what was asked of it, and lets
// nothing through but to 127.0.0.1.
import { request as ask, createServer } from 'node:http';
import { after } from 'node:test';

export interface Recorder {
  /** host:port */
  address: string;
  /** Method and address of each request. */
  requests: string[];
}

/** Ends with the test file. */
export async function startRecorder(): Promise<Recorder> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const url = URL.parse(request.url ?? '');
    if (url?.hostname !== '127.0.0.1') {
      response.writeHead(403).end();
      return;
    }
    const passed = ask(url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The recorder has no port');
  return { address: `127.0.0.1:${address.port}`, requests };
}
