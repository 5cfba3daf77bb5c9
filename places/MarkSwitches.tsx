// Whether names are marked: now, on this site, anywhere; and the way to leave the site alone.
import { Button } from '../components/Button.tsx';
import { Switch } from '../components/Switch.tsx';
import { useWords } from '../components/words.ts';
import { marksShownOn, type Settings, without } from '../notes/settings.ts';
import './MarkSwitches.css';

interface MarkSwitchesProps {
  host: string;
  settings: Settings;
  /** Whether names are marked in the page as it stands. */
  shownNow: boolean;
  onNow: (shown: boolean) => void;
  onSettings: (change: Partial<Settings>) => void;
  onSiteOff: () => void;
  onAllSettings: () => void;
}

export function MarkSwitches({
  host,
  settings,
  shownNow,
  onNow,
  onSettings,
  onSiteOff,
  onAllSettings,
}: MarkSwitchesProps) {
  const words = useWords();
  const { marks, marksOffSites } = settings;
  return (
    <section class="mark-switches" aria-label={words('popupOptions')}>
      <Switch label={words('popupMarksNow')} checked={shownNow} onSwitch={onNow} />
      <Switch
        label={words('popupMarksSite', host)}
        checked={marksShownOn(settings, host)}
        disabled={!marks}
        onSwitch={(on) => onSettings({ marksOffSites: on ? without(marksOffSites, host) : [...marksOffSites, host] })}
      />
      <Switch label={words('popupMarksEverywhere')} checked={marks} onSwitch={(on) => onSettings({ marks: on })} />
      <Switch
        label={words('markFirstOnly')}
        checked={marks && settings.firstOnly}
        disabled={!marks}
        onSwitch={(on) => onSettings({ firstOnly: on })}
      />
      <div class="mark-actions">
        <Button label={words('popupSiteOffAction')} onPress={onSiteOff} />
        <Button label={words('settingsAll')} onPress={onAllSettings} />
      </div>
    </section>
  );
}
