// A proxy that lets nothing through and remembers what was asked of it.
import { createServer } from 'node:http';
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
    response.writeHead(403).end();
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
