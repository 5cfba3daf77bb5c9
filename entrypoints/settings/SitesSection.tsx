// Sites that are left alone altogether.
import { SiteList } from '../../components/SiteList.tsx';
import { useWords } from '../../components/words.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './Settings.tsx';

export function SitesSection({ settings, onChange }: SectionProps) {
  const words = useWords();
  return (
    <Section id="sites" title={words('settingsSites')} hint={words('settingsSitesHint')}>
      <SiteList
        title={words('settingsOffSites')}
        none={words('settingsNoSites')}
        sites={settings.offSites}
        onChange={(offSites) => onChange({ offSites })}
      />
    </Section>
  );
}
