// Light, dark, or as the browser prefers; and how the language is chosen.
import { Segments } from '../../components/Segments.tsx';
import { useWords, type WordKey } from '../../components/words.ts';
import { type Appearance, appearances } from '../../core/appearance.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './Settings.tsx';

const appearanceKeys: Record<Appearance, WordKey> = {
  auto: 'settingsAppearanceAuto',
  light: 'settingsAppearanceLight',
  dark: 'settingsAppearanceDark',
};

export function AppearanceSection({ settings, onChange }: SectionProps) {
  const words = useWords();
  return (
    <Section id="appearance" title={words('settingsAppearance')} hint={words('settingsAppearanceHint')}>
      <Segments
        label={words('settingsAppearance')}
        options={appearances.map((value) => ({ value, label: words(appearanceKeys[value]) }))}
        value={settings.appearance}
        onChoose={(appearance) => onChange({ appearance })}
      />
      <p class="quiet">{words('settingsLanguage')}</p>
    </Section>
  );
}
