// A note and its parts: in lists, in cards, while it is written.
import { AnnotationRow } from '../../../components/AnnotationRow.tsx';
import { draftsIn } from '../../../components/drafts.ts';
import { Markdown } from '../../../components/Markdown.tsx';
import { NoteEditor } from '../../../components/NoteEditor.tsx';
import { NoteText } from '../../../components/NoteText.tsx';
import { PassageDiff } from '../../../components/PassageDiff.tsx';
import { RowInEdit } from '../../../components/RowInEdit.tsx';
import { RowSubject } from '../../../components/RowSubject.tsx';
import type { RowActions } from '../../../components/row-actions.ts';
import { VirtualList } from '../../../components/VirtualList.tsx';
import type { Annotation } from '../../../core/annotation.ts';
import { full, hebrew, now, onName, onPage, short } from './samples.ts';
import { nothing, type Story } from './story.ts';

const drafts = draftsIn(undefined);
const save = async () => ({ changeId: 'c' });
const actions: RowActions = {
  onOpen: nothing,
  onEdit: nothing,
  onLeaveEdit: nothing,
  onDelete: nothing,
  onColour: nothing,
  onTags: nothing,
  save,
};

interface RowMore {
  from?: string;
  remark?: string;
  lost?: boolean;
  followed?: boolean;
}

const row = (annotation: Annotation, more: RowMore = {}) => (
  <ul>
    <AnnotationRow
      annotation={annotation}
      actions={actions}
      drafts={drafts}
      now={now}
      knownTags={[]}
      editing={false}
      current
      {...more}
    />
  </ul>
);

export const notes: readonly Story[] = [
  {
    name: 'AnnotationRow',
    states: {
      highlight: () => row(short),
      'note with tags': () => row(full, { from: 'The Ellery Courier · Ferry crews and owners agree to talk' }),
      'right to left': () => row(hebrew),
      'on a name': () => row(onName),
      'on the page': () => row(onPage),
      'read just now': () => row(short, { followed: true }),
      'gone from the page': () => row(full, { remark: 'This passage is no longer in the article.', lost: true }),
    },
  },
  {
    name: 'RowInEdit',
    states: {
      'with all': () => <RowInEdit annotation={full} actions={actions} drafts={drafts} knownTags={['claim']} />,
    },
  },
  {
    name: 'RowSubject',
    states: { passage: () => <RowSubject annotation={short} />, name: () => <RowSubject annotation={onName} /> },
  },
  {
    name: 'NoteText',
    states: { markdown: () => <NoteText annotation={full} /> },
  },
  {
    name: 'Markdown',
    states: {
      all: () => (
        <Markdown
          text={
            '# Heading\n\nWords **bold**, *slanted*, ~~struck~~, `code`.\n\n> a quote\n\n1. one\n2. two\n\n- [x] done\n- [ ] not\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n```\nplain\n```'
          }
        />
      ),
    },
  },
  {
    name: 'NoteEditor',
    states: {
      empty: () => <NoteEditor id="a" value="" drafts={drafts} save={save} />,
      written: () => <NoteEditor id="b" value={'Ask the institute\nfor the paper.'} drafts={drafts} save={save} />,
    },
  },
  {
    name: 'PassageDiff',
    states: {
      edited: () => <PassageDiff before="The door was never locked" now="The door, she said, was not always locked" />,
    },
  },
  {
    name: 'VirtualList',
    states: {
      'three rows, the second selected': () => (
        <div style={{ height: '160px', display: 'grid' }}>
          <VirtualList
            label="Notes"
            total={3}
            runs={undefined}
            heights={{ row: 48, head: 40 }}
            current={0}
            onCurrent={nothing}
            isSelected={(index) => index === 1}
            onKey={() => false}
            onRow={nothing}
            onHead={nothing}
            onRange={nothing}
            row={(index) => <RowSubject annotation={[short, hebrew, onName][index] ?? short} />}
            head={() => null}
          />
        </div>
      ),
    },
  },
];
