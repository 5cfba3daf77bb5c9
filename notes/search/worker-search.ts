// The search of a page, in a worker that lives as long as the page.
import type { SearchAnswer, SearchRequest } from './find.ts';
import type { Search } from './search.ts';

export type SearchCall =
  | { number: number; name: 'find'; request: SearchRequest }
  | { number: number; name: 'findAll'; query: string };

export type SearchReply =
  /** How far the building of the index is. */
  | { building: number }
  | { number: number; value: SearchAnswer | readonly string[] }
  | { number: number; error: string; errorName: string };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts the worker at the first search. Errors arrive with the message and the name that they had there. */
export function searchInWorker(): Search {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(done: number) => void>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if ('building' in data) {
        for (const each of listeners) each(data.building);
        return;
      }
      const caller = waiting.get(data.number);
      waiting.delete(data.number);
      if ('error' in data) caller?.reject(Object.assign(new Error(data.error), { name: data.errorName }));
      else caller?.resolve(data.value);
    });
    // A worker that does not start, or dies: whoever waits is told, and the next search starts another.
    started.addEventListener('error', () => {
      if (worker === started) worker = undefined;
      started.terminate();
      for (const caller of waiting.values()) caller.reject(new Error('database-unavailable'));
      waiting.clear();
    });
    return started;
  }

  function call<Value>(message: SearchCall): Promise<Value> {
    worker ??= start();
    const reply = new Promise<Value>((resolve, reject) => {
      waiting.set(message.number, { resolve: (value) => resolve(value as Value), reject });
    });
    worker.postMessage(message);
    return reply;
  }

  return {
    find: (request) => call({ number: ++last, name: 'find', request }),
    findAll: (query) => call({ number: ++last, name: 'findAll', query }),
    onBuilding(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => worker?.terminate(),
  };
}
