// Who is measured: our recogniser, and the library compromise on the same texts in the same run.
import nlp from 'compromise';
import { findHandles } from '../../core/entities/handles.ts';
import { recognise, recogniseNames, type Taggers } from '../../core/entities/recognise.ts';
import { tokenise } from '../../core/entities/tokens.ts';
import type { AnsweredName, Contestant } from './entities-answers.ts';

/** What the reader would see of a text; names that are not shown (products, works, events) as MISC. */
export function ours(taggers: Taggers): Contestant {
  return {
    name: 'pressmark',
    names(text) {
      const input = { text, links: [] };
      const tokens = tokenise(text);
      const hidden = recogniseNames(input, tokens, findHandles(input, tokens), taggers)?.names ?? [];
      const { mentions } = recognise(input, taggers);
      const names = [
        ...mentions.flatMap(({ start, end, type, entity }): AnsweredName[] => {
          const shown = shownTypes[type];
          return shown === undefined ? [] : [{ start, end, type: shown, group: String(entity) }];
        }),
        ...hidden
          .filter(({ type }) => type === 'MISC')
          .map(({ start, end, group }): AnsweredName => ({ start, end, type: 'MISC', group: `other ${group}` })),
      ];
      return names.sort((one, other) => one.start - other.start);
    },
    handles(text) {
      const { entities } = recognise({ text, links: [] }, taggers);
      return entities
        .filter(({ type }) => type === 'Handle')
        .map(({ name, platform }) => ({ text: name, platform: platform ?? 'other' }));
    },
    read(text) {
      recognise({ text, links: [] }, taggers);
    },
  };
}

const shownTypes: Readonly<Record<string, string>> = { Person: 'PER', Organization: 'ORG', Place: 'LOC' };

interface Found {
  text: string;
  offset?: { start: number; length: number };
}

export const compromise: Contestant = {
  name: 'compromise',
  names(text) {
    const read = nlp(text);
    const views = [
      { type: 'PER', view: read.people() },
      { type: 'ORG', view: read.organizations() },
      { type: 'LOC', view: read.places() },
    ];
    const found = views.flatMap(({ type, view }) =>
      (view.json({ offset: true }) as Found[]).flatMap(({ offset }): AnsweredName[] => {
        if (offset === undefined) return [];
        // Its offsets take in marks beside the name and the possessive.
        const raw = text.slice(offset.start, offset.start + offset.length);
        const name = raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|[.,]$|['’]s?[^\p{L}]*$/gu, '');
        const start = offset.start + raw.indexOf(name);
        return [{ start, end: start + name.length, type, group: name.toLowerCase() }];
      }),
    );
    found.sort((one, other) => one.start - other.start || other.end - one.end);
    let place = 0;
    return found.filter(({ start, end }) => {
      const free = start >= place && end > start;
      if (free) place = end;
      return free;
    });
  },
  handles(text) {
    const found = nlp(text).atMentions().out('array') as string[];
    return [...new Set(found)].map((handle) => ({ text: handle, platform: 'other' }));
  },
  read(text) {
    this.names(text);
  },
};
