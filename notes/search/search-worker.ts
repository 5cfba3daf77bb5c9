// The worker of a page: holds the index and answers searches, one after the other.
import { openDatabase } from '../database.ts';
import { searchIn } from './search.ts';
import type { SearchCall, SearchReply } from './worker-search.ts';

const search = searchIn(openDatabase());

search.onBuilding((building) => reply({ building }));

addEventListener('message', ({ data }: MessageEvent<SearchCall>) => {
  const answer = data.name === 'find' ? search.find(data.request) : search.findAll(data.query);
  answer.then(
    (value) => reply({ number: data.number, value }),
    (error: unknown) => reply({ number: data.number, ...describe(error) }),
  );
});

function reply(message: SearchReply): void {
  postMessage(message);
}

function describe(error: unknown): { error: string; errorName: string } {
  return error instanceof Error
    ? { error: error.message, errorName: error.name }
    : { error: String(error), errorName: 'Error' };
}
