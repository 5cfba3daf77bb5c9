// Which keys do what: the browser's shortcuts as they are set now, and keys that work in one view.
import './KeyList.css';
import { useWords, type WordKey } from './words.ts';

/** A command of the manifest and its keys; empty when it has none. */
export interface Shortcut {
  name: string;
  keys: string;
}

export interface FixedKeys {
  keys: readonly string[];
  does: WordKey;
}

/** What the commands of the manifest do. Firefox and Chromium have different names for opening the panel. */
const commandKeys: Readonly<Record<string, WordKey>> = {
  _execute_action: 'settingsCommandPopup',
  _execute_sidebar_action: 'commandPanel',
  panel: 'commandPanel',
  highlight: 'commandHighlight',
  note: 'commandNote',
  'next-highlight': 'commandNextHighlight',
  'previous-highlight': 'commandPreviousHighlight',
  'next-name': 'commandNextName',
  'previous-name': 'commandPreviousName',
};

export function KeyList({ shortcuts, fixed }: { shortcuts: readonly Shortcut[]; fixed: readonly FixedKeys[] }) {
  const words = useWords();
  // Chromium lists them by their names.
  const order = Object.keys(commandKeys);
  const ordered = shortcuts.toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
  return (
    <dl class="key-list">
      {ordered.map(({ name, keys }) => {
        const does = commandKeys[name];
        return (
          does && (
            <div key={name}>
              <dt>{words(does)}</dt>
              <dd>{keys === '' ? <span class="quiet">{words('settingsNoKeys')}</span> : <kbd>{keys}</kbd>}</dd>
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
  );
}
