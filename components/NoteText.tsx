// The reader's words, to be read. Notes of before Markdown are shown as they were typed.
import type { Annotation } from '../core/annotation.ts';
import { Markdown } from './Markdown.tsx';

/** Nothing when there are no words. */
export function NoteText({ annotation }: { annotation: Pick<Annotation, 'body'> }) {
  const note = annotation.body.find((body) => body.purpose === 'commenting');
  if (note?.purpose !== 'commenting' || note.value === '') return null;
  if (note.format === 'text/markdown') return <Markdown text={note.value} />;
  return <div class="markdown plain">{note.value}</div>;
}
