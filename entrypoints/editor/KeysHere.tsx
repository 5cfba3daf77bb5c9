// The keys that work in an article, as they are set now.
import { useEffect, useState } from 'preact/hooks';
import { type FixedKeys, KeyList, type Shortcut } from '../../components/KeyList.tsx';
import { ownBackground } from '../../messages/callers.ts';

const fixed: readonly FixedKeys[] = [
  { keys: ['1', '2', '3', '4', '5'], does: 'settingsKeysColours' },
  { keys: ['N'], does: 'settingsKeysNote' },
  { keys: ['Alt', 'Enter'], does: 'keysCard' },
  { keys: ['Ctrl', 'B', 'I', 'K'], does: 'keysMarkdown' },
  { keys: ['Esc'], does: 'settingsKeysClose' },
];

export function KeysHere() {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>();
  useEffect(() => {
    // Without an answer the fixed keys are still true.
    ownBackground.call('shortcuts').then(setShortcuts, () => setShortcuts([]));
  }, []);
  return shortcuts === undefined ? null : <KeyList shortcuts={shortcuts} fixed={fixed} />;
}
