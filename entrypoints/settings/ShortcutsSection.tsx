// Which keys do what, and where they are changed.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { type FixedKeys, KeyList, type Shortcut } from '../../components/KeyList.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { useWords } from '../../components/words.ts';
import { Section } from './Section.tsx';
import { openShortcutSettings, readShortcuts } from './shortcuts.ts';

/** Keys that are always the same: they work only while what they belong to is shown. */
const fixed: readonly FixedKeys[] = [
  { keys: ['1', '2', '3', '4', '5'], does: 'settingsKeysColours' },
  { keys: ['N'], does: 'settingsKeysNote' },
  { keys: ['Esc'], does: 'settingsKeysClose' },
];

export function ShortcutsSection({ firefox }: { firefox: boolean }) {
  const words = useWords();
  const { attempt } = useAttempt();
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  useEffect(() => {
    const read = (): void => attempt(() => readShortcuts().then(setShortcuts));
    read();
    // They are changed in another tab.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <Section
      id="shortcuts"
      title={words('settingsShortcuts')}
      hint={words(firefox ? 'settingsShortcutsFirefox' : 'settingsShortcutsChrome')}
    >
      <KeyList shortcuts={shortcuts} fixed={fixed} />
      <Button label={words('settingsChangeShortcuts')} icon="open" onPress={() => attempt(openShortcutSettings)} />
    </Section>
  );
}
