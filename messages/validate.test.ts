import { describe, expect, it } from 'vitest';
import { newAnnotationId } from '../core/annotation.ts';
import {
  checkArticle,
  checkCardRequest,
  checkColour,
  checkCss,
  checkId,
  checkName,
  checkNewAnnotation,
  checkRecogniseInput,
} from './validate.ts';

const source = 'https://news.example/story';
const quote = { type: 'TextQuoteSelector', exact: 'the wall', prefix: 'that ', suffix: ' would' };
const position = { type: 'TextPositionSelector', start: 3, end: 11 };
const evidence = {
  type: 'PressmarkEvidence',
  version: 1,
  block: { before: 5, after: 6 },
  doubles: { count: 1, earlier: 0, alike: [{ before: 2, after: 0, left: 'ahead', right: 'after' }] },
  place: 0.5,
};
const annotation = {
  id: newAnnotationId(0),
  colour: 'blue',
  target: { source, selector: [quote, position, evidence] },
  entity: { name: 'Maria Keller', type: 'Person' },
};

describe('an annotation from a page', () => {
  it('is taken over with its known fields alone', () => {
    const { colour: _colour, entity: _entity, ...bare } = annotation;
    expect(checkNewAnnotation(annotation)).toEqual(annotation);
    expect(checkNewAnnotation(bare)).toEqual(bare);
    const swollen = { ...annotation, body: ['x'], target: { ...annotation.target, more: 'x'.repeat(1e6) } };
    expect(checkNewAnnotation(swollen)).toEqual(annotation);
  });

  it.each([
    ['no object', 'text'],
    ['an id that is no UUID', { ...annotation, id: 'x' }],
    ['an id that only holds a UUID', { ...annotation, id: `${annotation.id} ` }],
    ['an unknown colour', { ...annotation, colour: 'red' }],
    ['no target', { ...annotation, target: undefined }],
    ['a target that is a list', { ...annotation, target: [] }],
    ['an unknown selector', { ...annotation, target: { source, selector: [{ type: 'XPathSelector', value: '/' }] } }],
    [
      'a quote that is too long',
      { ...annotation, target: { source, selector: [{ ...quote, exact: 'x'.repeat(100_001) }] } },
    ],
    ['a quote that is no text', { ...annotation, target: { source, selector: [{ ...quote, exact: 7 }] } }],
    ['a negative place', { ...annotation, target: { source, selector: [{ ...position, start: -1 }] } }],
    ['a place that is no number', { ...annotation, target: { source, selector: [{ ...position, end: Number.NaN }] } }],
    ['evidence of another version', { ...annotation, target: { source, selector: [{ ...evidence, version: 2 }] } }],
    [
      'evidence that is too long',
      {
        ...annotation,
        target: {
          source,
          selector: [
            {
              ...evidence,
              doubles: { ...evidence.doubles, alike: [{ ...evidence.doubles.alike[0], left: 'x'.repeat(101) }] },
            },
          ],
        },
      },
    ],
    ['a hundred selectors', { ...annotation, target: { source, selector: Array(100).fill(quote) } }],
    ['an unknown kind of entity', { ...annotation, entity: { name: 'x', type: 'Weapon' } }],
  ])('is refused with %s', (_case, given) => {
    expect(() => checkNewAnnotation(given)).toThrow('invalid-message');
  });
});

describe('other messages of a page', () => {
  it('may describe an article, without what is unknown or too long', () => {
    const article = { url: source, title: 'Story', byline: 'Ana', lang: 'en', dir: 'ltr' };
    expect(checkArticle({ ...article, siteName: 'x'.repeat(5000), publishedTime: 7, addresses: ['x'] })).toEqual(
      article,
    );
    expect(checkArticle({ ...article, dir: 'up' })).not.toHaveProperty('dir');
    expect(() => checkArticle({ title: 'Story' })).toThrow('invalid-message');
    expect(() => checkArticle({ url: source, title: 'x'.repeat(5000) })).toThrow('invalid-message');
  });

  it('may ask for the names of a text', () => {
    const input = { text: 'Ana Lima', links: [{ start: 0, end: 3, href: 'https://x.com/ana' }], lang: 'pt' };
    expect(checkRecogniseInput(input)).toEqual(input);
    expect(() => checkRecogniseInput({ ...input, text: 7 })).toThrow('invalid-message');
    expect(() => checkRecogniseInput({ ...input, links: [{}] })).toThrow('invalid-message');
  });

  const beside = { form: '@ana', before: 'wrote ', after: '' };

  it('may announce cards', () => {
    const entity = { name: '@ana', type: 'Handle', platform: 'x', profileUrl: 'https://x.com/ana' };
    const card = {
      kind: 'entity',
      entity,
      count: 2,
      position: 1,
      reason: 'link',
      mention: annotation.target,
      ...beside,
    };
    expect(checkCardRequest(card)).toEqual(card);
    expect(checkCardRequest({ kind: 'annotation', id: annotation.id, write: 'yes' })).toMatchObject({ write: false });
    expect(() => checkCardRequest({ kind: 'settings' })).toThrow('invalid-message');
  });

  it('cannot make a card link to a script', () => {
    const entity = { name: '@ana', type: 'Handle', platform: 'nowhere', profileUrl: 'javascript:alert(1)' };
    const card = { kind: 'entity', entity, count: 1, position: 1, reason: '', mention: annotation.target, ...beside };
    expect(checkCardRequest(card)).toHaveProperty('entity', { name: '@ana', type: 'Handle' });
  });

  it('cannot make style rules load anything', () => {
    const rule = '::highlight(a-person){text-decoration:underline solid 1.5px #0072b2}';
    expect(checkCss(rule)).toBe(rule);
    for (const css of ['@import "x"', 'a{b:url(x)}', 'a{b:URL (x)}', 'a{b:\\75rl(x)}', 'a{b:image-set("x" 1x)}', 7]) {
      expect(() => checkCss(css)).toThrow('invalid-message');
    }
  });

  it('name things in few characters', () => {
    expect(checkId(annotation.id)).toBe(annotation.id);
    expect(checkColour('green')).toBe('green');
    expect(() => checkName('x'.repeat(101))).toThrow('invalid-message');
    expect(() => checkName(undefined)).toThrow('invalid-message');
  });
});
