// The list of known names, as hashes for the model file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gazetteerKinds, phraseHash } from '../../core/entities/gazetteer.ts';
import { hashString } from '../../core/entities/hash.ts';
import { classedForm } from '../../core/entities/shapes.ts';
import { tokenise } from '../../core/entities/tokens.ts';

export interface KnownNames {
  /** Rising. */
  names: Uint32Array;
  kinds: Uint16Array;
}

const bits: ReadonlyMap<string, number> = new Map(gazetteerKinds.map((kind, bit) => [kind, bit]));

/** Reads a file of `phrase TAB kind` lines, and our own lists for news in English. */
export function readKnownNames(path: string): KnownNames {
  const lines = readFileSync(path, 'utf8').split('\n');
  return hashNames([...lines.map((line) => line.split('\t')), ...readOwnLists('english')]);
}

/** What only news in Portuguese names so. */
export function readPortugueseNames(): KnownNames {
  return hashNames(readOwnLists('portuguese'));
}

function hashNames(phrases: readonly (readonly string[])[]): KnownNames {
  const kindsOfPhrase = new Map<number, number>();
  for (const [phrase = '', kind = ''] of phrases) {
    const bit = bits.get(kind);
    const tokens = tokenise(phrase.replace(/^the /iu, ''));
    if (bit === undefined || tokens.length === 0) continue;
    const hash = phraseHash(tokens.map((token) => hashString(classedForm(token))));
    kindsOfPhrase.set(hash, (kindsOfPhrase.get(hash) ?? 0) | (1 << bit));
  }
  const sorted = [...kindsOfPhrase].sort(([one], [other]) => one - other);
  return {
    names: Uint32Array.from(sorted, ([hash]) => hash),
    kinds: Uint16Array.from(sorted, ([, kinds]) => kinds),
  };
}

/** Files of names parted by semicolons, under lines of `[KIND]`; `#` begins a remark. */
function readOwnLists(language: string): [phrase: string, kind: string][] {
  const folder = join(import.meta.dirname, 'names', language);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      let kind = '';
      return readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line): [string, string][] => {
          kind = /^\[(\w+)\]$/.exec(line)?.[1] ?? kind;
          if (line === '' || line.startsWith('#') || line.startsWith('[')) return [];
          return line.split(';').map((phrase) => [phrase.trim(), kind]);
        });
    });
}
