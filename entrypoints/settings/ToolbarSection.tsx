// The bar of colours that comes beside a selection.
import { SiteList } from '../../components/SiteList.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useWords } from '../../components/words.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './Settings.tsx';

export function ToolbarSection({ settings, onChange }: SectionProps) {
  const words = useWords();
  return (
    <Section id="toolbar" title={words('settingsToolbar')} hint={words('settingsToolbarHint')}>
      <Switch
        label={words('settingsToolbarShown')}
        checked={settings.toolbar}
        onSwitch={(on) => onChange({ toolbar: on })}
      />
      <SiteList
        title={words('settingsToolbarOffSites')}
        none={words('settingsNoSites')}
        sites={settings.toolbarOffSites}
        onChange={(toolbarOffSites) => onChange({ toolbarOffSites })}
      />
    </Section>
  );
}
