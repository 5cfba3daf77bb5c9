// Which keys do what, and where they are changed.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { useWords, type WordKey } from '../../components/words.ts';
import { Section } from './Section.tsx';
import { openShortcutSettings, readShortcuts, type Shortcut } from './shortcuts.ts';

/** What the commands of the manifest do. */
const commandKeys: Record<string, WordKey> = {
  _execute_action: 'settingsCommandPopup',
  highlight: 'commandHighlight',
  note: 'commandNote',
};

/** Keys that are always the same: they work only while what they belong to is shown. */
const fixed: readonly { keys: readonly string[]; does: WordKey }[] = [
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
      <dl class="settings-keys">
        {shortcuts.map(({ name, keys }) => {
          const does = commandKeys[name];
          return (
            does && (
              <div key={name}>
                <dt>{words(does)}</dt>
                <dd>{keys === '' ? words('settingsNoKeys') : <kbd>{keys}</kbd>}</dd>
              </div>
            )
          );
        })}
        {fixed.map(({ keys, does }) => (
          <div key={does}>
            <dt>{words(does)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Button label={words('settingsChangeShortcuts')} icon="open" onPress={() => attempt(openShortcutSettings)} />
    </Section>
  );
}
