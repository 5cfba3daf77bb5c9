import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { pathOf, type Site, samplePages, sampleSite, serveSite } from './serve.ts';

describe('serveSite', () => {
  let site: Site | undefined;
  afterEach(() => site?.stop());

  /** The status line of a request whose target is sent as it is (fetch would tidy it). */
  function statusOf(port: string, target: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
      );
      let text = '';
      socket.on('data', (bytes) => {
        text += bytes.toString();
      });
      socket.on('close', () => resolve(text.split(' ')[1] ?? ''));
      socket.on('error', reject);
    });
  }

  it('serves every page of the sample site as HTML', async () => {
    site = await serveSite({ folders: [sampleSite] });
    for (const path of Object.values(samplePages)) {
      const response = await fetch(site.origin + path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toContain('The Ellery Courier');
    }
  });

  it('gives a page the headers written for it and no other page', async () => {
    site = await serveSite({ folders: [sampleSite] });
    const policy = async (path: string) => (await fetch(site?.origin + path)).headers.get('content-security-policy');
    expect(await policy(samplePages.strictPolicy)).toContain("frame-src 'none'");
    expect(await policy(samplePages.portal)).toBeNull();
  });

  it('refuses to leave its folder', async () => {
    site = await serveSite({ folders: [sampleSite] });
    const port = new URL(site.origin).port;
    expect(await statusOf(port, '/../serve.ts')).toBe('400');
    expect(await statusOf(port, '/%2e%2e/serve.ts')).toBe('400');
    expect(await statusOf(port, '/..%5cserve.ts')).toBe('400');
    expect(await statusOf(port, '/%')).toBe('400');
    expect(await statusOf(port, '/headers.json')).toBe('404');
    expect(await statusOf(port, '/style.css')).toBe('200');
  });

  it('remembers every request', async () => {
    site = await serveSite({ folders: [sampleSite] });
    await fetch(`${site.origin}/nothing?a=1`);
    expect(site.requests).toEqual(['GET /nothing?a=1']);
  });
});

describe('pathOf', () => {
  it('decodes the path and drops the query', () => {
    expect(pathOf('/a%20b?c#d')).toBe('/a b');
  });
  it('is undefined for an address of another kind', () => {
    expect(pathOf('http://elsewhere.invalid/')).toBeUndefined();
  });
});
