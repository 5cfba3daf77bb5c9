// WebDriver BiDi commands to Firefox that puppeteer has no words for: closed shadow roots, frames of the extension,
// and the browser's own window (allowed by --remote-allow-system-access).
import type { Browser, Page } from 'puppeteer-core';

type Parameters = Record<string, unknown>;

interface Connection {
  send(method: string, parameters: Parameters): Promise<{ result: unknown }>;
}

/** A node as BiDi tells it. */
export interface RemoteNode {
  sharedId: string;
  value: { mode?: string; shadowRoot?: RemoteNode | null; children?: readonly RemoteNode[] };
}

export interface Context {
  context: string;
  url: string;
  children?: readonly Context[];
}

export interface Bidi {
  /** The contexts of tabs and their frames, or of the browser's own windows. */
  contexts(options?: { root?: string; chrome?: boolean }): Promise<readonly Context[]>;
  /** Runs an expression that answers with text. */
  evaluate(context: string, expression: string): Promise<unknown>;
  /** Calls a function with a node, in a world apart from the page's scripts. */
  callWith(context: string, node: string, source: string): Promise<unknown>;
  /** The root element with what hangs right below it, closed shadow roots included. */
  topOf(context: string): Promise<RemoteNode | undefined>;
}

/** The context of a page's own document. */
export function contextOf(page: Page): string {
  const frame: object = page.mainFrame();
  if ('_id' in frame && typeof frame._id === 'string') return frame._id;
  throw new Error('This page is not driven by WebDriver BiDi');
}

export function bidiOf(browser: Browser): Bidi {
  const connection = connectionOf(browser);

  async function run(method: string, parameters: Parameters): Promise<unknown> {
    const { result } = await connection.send(method, { awaitPromise: true, ...parameters });
    const answer = fieldOf(result, 'result');
    if (fieldOf(result, 'type') === 'success') return answer;
    throw new Error(String(fieldOf(fieldOf(result, 'exceptionDetails'), 'text')));
  }

  return {
    async contexts({ root, chrome = false } = {}) {
      const { result } = await connection.send('browsingContext.getTree', {
        ...(root === undefined ? {} : { root }),
        ...(chrome ? { 'moz:scope': 'chrome' } : {}),
      });
      const contexts = fieldOf(result, 'contexts');
      return Array.isArray(contexts) ? contexts : [];
    },
    async evaluate(context, expression) {
      return fieldOf(await run('script.evaluate', { expression, target: { context } }), 'value');
    },
    async callWith(context, node, source) {
      const called = {
        functionDeclaration: source,
        target: { context, sandbox: 'trial' },
        arguments: [{ sharedId: node }],
      };
      return fieldOf(await run('script.callFunction', called), 'value');
    },
    async topOf(context) {
      const answer = await run('script.evaluate', {
        expression: 'document.documentElement',
        target: { context, sandbox: 'trial' },
        serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
      });
      return isNode(answer) ? answer : undefined;
    },
  };
}

function connectionOf(browser: Browser): Connection {
  if ('connection' in browser && isConnection(browser.connection)) return browser.connection;
  throw new Error('This browser is not driven by WebDriver BiDi');
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'send' in value;
}

function isNode(value: unknown): value is RemoteNode {
  return typeof value === 'object' && value !== null && 'sharedId' in value && 'value' in value;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
