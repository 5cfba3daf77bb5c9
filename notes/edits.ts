// The fields of an annotation that can be changed: reading one, and a copy with another value in it.
import { type Annotation, type Body, noteOf, tagsOf } from '../core/annotation.ts';
import type { Edit, Field, StoredAnnotation } from './database.ts';

/** What stands in a field. */
export function valueIn(annotation: StoredAnnotation, field: Field): Edit {
  switch (field) {
    case 'note':
      return { field, value: noteOf(annotation) };
    case 'tags':
      return { field, value: tagsOf(annotation) };
    case 'colour':
      return { field, value: annotation.colour };
    case 'selector':
      return { field, value: annotation.target.selector };
    case 'deleted':
      return { field, value: annotation.deleted };
  }
}

/** A copy with the field as the edit says. */
export function withEdit(annotation: StoredAnnotation, edit: Edit): StoredAnnotation {
  switch (edit.field) {
    case 'note':
      return {
        ...annotation,
        body: replaced(annotation.body, 'commenting', noteBody(edit.value)),
        motivation: motivationFor(edit.value),
      };
    case 'tags':
      return { ...annotation, body: replaced(annotation.body, 'tagging', tagBodies(edit.value)) };
    case 'colour': {
      const { colour: _colour, ...rest } = annotation;
      return edit.value === undefined ? rest : { ...rest, colour: edit.value };
    }
    case 'selector':
      return { ...annotation, target: { ...annotation.target, selector: edit.value } };
    case 'deleted':
      return { ...annotation, deleted: edit.value };
  }
}

export function sameValue(one: Edit, other: Edit): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The reader's words as a body; none for no words. */
export function noteBody(note: string): Body[] {
  return note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note }];
}

export function motivationFor(note: string): Annotation['motivation'] {
  return note === '' ? 'highlighting' : 'commenting';
}

function tagBodies(tags: readonly string[]): Body[] {
  return tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
}

function replaced(all: readonly Body[], purpose: Body['purpose'], by: readonly Body[]): Body[] {
  return [...all.filter((body) => body.purpose !== purpose), ...by];
}
