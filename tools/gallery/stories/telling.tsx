// What tells the reader something: how far, what went wrong, what was done, which keys there are.
import { useState } from 'preact/hooks';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorLine } from '../../../components/ErrorLine.tsx';
import { ExportForm } from '../../../components/ExportForm.tsx';
import { KeyList } from '../../../components/KeyList.tsx';
import { Progress } from '../../../components/Progress.tsx';
import { UndoBar } from '../../../components/UndoBar.tsx';
import { nothing, type Story } from './story.ts';

/** ms; the longest that a timer knows. */
const forever = 2 ** 31 - 1;

function OpenedDialog() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button label="Open it" onPress={() => setOpen(true)} />
      {open && (
        <Dialog title="Delete everything?" onClose={() => setOpen(false)}>
          <p>3 notes in 2 articles.</p>
          <div class="dialog-foot">
            <Button label="Close" onPress={() => setOpen(false)} />
          </div>
        </Dialog>
      )}
    </>
  );
}

export const telling: readonly Story[] = [
  { name: 'Dialog', states: { 'behind a button': () => <OpenedDialog /> } },
  {
    name: 'EmptyState',
    states: {
      'with its gesture': () => <EmptyState title="No notes yet" gesture="Select some words and choose a colour." />,
    },
  },
  {
    name: 'ErrorLine',
    states: {
      full: () => <ErrorLine error={new Error('storage-full')} keptNote onRetry={nothing} />,
      unknown: () => <ErrorLine error={new Error('something else')} />,
    },
  },
  {
    name: 'Progress',
    states: { 'one third': () => <Progress label="Reading notes.json" done={0.3} onCancel={nothing} /> },
  },
  {
    name: 'UndoBar',
    states: { deleted: () => <UndoBar message="Deleted" onUndo={nothing} onDone={nothing} duration={forever} /> },
  },
  {
    name: 'ExportForm',
    states: {
      rest: () => <ExportForm isPart={false} onExport={nothing} onCancel={nothing} />,
      'half written': () => <ExportForm isPart done={0.5} onExport={nothing} onCancel={nothing} />,
    },
  },
  {
    name: 'KeyList',
    states: {
      two: () => (
        <KeyList
          shortcuts={[
            { name: 'highlight', keys: 'Alt+Shift+L' },
            { name: 'next-highlight', keys: '' },
          ]}
          fixed={[{ keys: ['1', '2', '3', '4', '5'], does: 'settingsKeysColours' }]}
        />
      ),
    },
  },
];
