// All settings on one page, in sections that the list beside them leads to. A change is kept at once.
import { browser } from 'wxt/browser';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { useWords, type WordKey } from '../../components/words.ts';
import { type Settings as Choices, readSettings } from '../../notes/settings.ts';
import type { Notebook } from '../../places/notebook.ts';
import { useLive } from '../../places/use-live.ts';
import { AppearanceSection } from './AppearanceSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import { ColoursSection } from './ColoursSection.tsx';
import { DataSection } from './DataSection.tsx';
import { ErrorsSection } from './ErrorsSection.tsx';
import { MarksSection } from './MarksSection.tsx';
import { NamesSection } from './NamesSection.tsx';
import './Settings.css';
import { ShortcutsSection } from './ShortcutsSection.tsx';
import { SitesSection } from './SitesSection.tsx';
import { ToolbarSection } from './ToolbarSection.tsx';

/** What every section gets. */
export interface SectionProps {
  settings: Choices;
  onChange: (change: Partial<Choices>) => void;
}

const sections = [
  { id: 'marks', title: 'settingsMarks' },
  { id: 'watched', title: 'watchTitle' },
  { id: 'corrections', title: 'correctionsTitle' },
  { id: 'toolbar', title: 'settingsToolbar' },
  { id: 'colours', title: 'coloursTitle' },
  { id: 'sites', title: 'settingsSites' },
  { id: 'appearance', title: 'settingsAppearance' },
  { id: 'shortcuts', title: 'settingsShortcuts' },
  { id: 'backups', title: 'backupTitle' },
  { id: 'data', title: 'settingsData' },
  { id: 'errors', title: 'settingsErrors' },
] as const satisfies readonly { id: string; title: WordKey }[];

interface SettingsProps {
  notebook: Notebook;
  firefox: boolean;
  /** What a report of errors begins with: versions. */
  about: readonly string[];
}

export function Settings({ notebook, firefox, about }: SettingsProps) {
  const words = useWords();
  const { db } = notebook;
  const { value: settings, error, retry } = useLive(() => readSettings(db), [db]);
  const { failure, attempt } = useAttempt();
  const isPrivate = browser.extension.inIncognitoContext;
  const section = settings && {
    settings,
    onChange: (change: Partial<Choices>) => attempt(() => notebook.changeSettings(change)),
  };
  return (
    <div class="settings">
      <header class="settings-head">
        <img src="/icon/48.png" alt="" width={32} height={32} />
        <h1>{words('settingsTitle')}</h1>
      </header>
      <nav aria-label={words('settingsTitle')}>
        <ul>
          {sections
            .filter(({ id }) => !(isPrivate && id === 'backups'))
            .map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{words(title)}</a>
              </li>
            ))}
        </ul>
      </nav>
      <main>
        {error !== undefined && <ErrorLine error={error} onRetry={retry} />}
        {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
        {section && (
          <>
            <MarksSection {...section} />
            <NamesSection db={db} />
            <ToolbarSection {...section} />
            <ColoursSection {...section} />
            <SitesSection {...section} />
            <AppearanceSection {...section} />
          </>
        )}
        <ShortcutsSection firefox={firefox} />
        {settings && !isPrivate && <BackupSection settings={settings} notebook={notebook} />}
        <DataSection notebook={notebook} />
        <ErrorsSection about={about} />
      </main>
    </div>
  );
}
