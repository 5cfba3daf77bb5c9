// What the stories show: the same few notes and names as the sample article, and long ones that have to fit.
import type { Annotation, Colour } from '../../../core/annotation.ts';
import type { NamedHere } from '../../../core/entities/list-names.ts';

export const now = new Date('2026-11-21T12:00:00Z');

const long =
  'The institute has worked out a plan by which the night boats would sail with seven hands, and both sides would share the cost of the eighth until the spring timetable, which nobody has seen yet';

interface Sample {
  id: string;
  quote?: string;
  note?: string;
  colour?: Colour;
  tags?: readonly string[];
  entity?: string;
}

export function annotation({ id, quote = '', note, colour, tags = [], entity }: Sample): Annotation {
  return {
    id,
    type: 'Annotation',
    motivation: note === undefined ? 'highlighting' : 'commenting',
    created: '2026-11-21T10:00:00Z',
    modified: '2026-11-21T10:00:00Z',
    ...(colour === undefined ? {} : { colour }),
    body: [
      ...(entity === undefined
        ? []
        : [{ type: 'TextualBody', purpose: 'identifying', value: entity, entityType: 'Person' } as const]),
      ...(note === undefined
        ? []
        : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note } as const]),
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }) as const),
    ],
    target: {
      source: 'https://courier.example/ferry',
      selector:
        quote === ''
          ? []
          : [
              {
                type: 'TextQuoteSelector',
                exact: quote,
                prefix: 'Asked about that, she laughed. “',
                suffix: '.” So it was.',
              },
              {
                type: 'PressmarkEvidence',
                version: 1,
                block: { before: 32, after: 13 },
                doubles: { count: 0, earlier: 0, alike: [] },
                place: 0.4,
              },
            ],
    },
  };
}

export const short = annotation({ id: 'short', quote: 'The door was never locked', colour: 'green' });
export const full = annotation({
  id: 'full',
  quote: long,
  note: '**Ask the institute** for the paper:\n\n- who paid?\n- which boats?\n\nSee [the register](https://register.example).',
  colour: 'pink',
  tags: ['claim', 'to be checked before Monday'],
});
export const hebrew = annotation({
  id: 'hebrew',
  quote: 'המעבורות לא יפליגו הלילה',
  note: 'לבדוק עם הנמל',
  colour: 'blue',
  tags: ['נמל'],
});
export const onName = annotation({ id: 'name', entity: 'Tomas Okafor', note: 'Since when?' });
export const onPage = annotation({ id: 'page', note: 'Read this twice.' });

export const person: NamedHere = {
  entity: { name: 'Mira Halvorsen', type: 'Person' },
  count: 3,
  forms: [
    { form: 'Halvorsen', count: 2 },
    { form: 'Mira Halvorsen', count: 1 },
  ],
  first: { before: 'Mediator ', words: 'Mira Halvorsen', after: ' brings both sides to one table in Port Ellery.' },
};
export const organisation: NamedHere = {
  entity: { name: 'Institute for Maritime Labour and the Safety of Night Crossings', type: 'Organization' },
  count: 1,
  forms: [],
  first: { before: '', words: 'The Institute', after: ' has worked out a plan.' },
};
