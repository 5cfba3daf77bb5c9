// What the colours mean to the reader.
import { ColourNamesForm } from '../../components/ColourNamesForm.tsx';
import { useWords } from '../../components/words.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './Settings.tsx';

export function ColoursSection({ settings, onChange }: SectionProps) {
  const words = useWords();
  return (
    <Section id="colours" title={words('coloursTitle')} hint={words('coloursHint')}>
      <ColourNamesForm
        names={settings.colourNames}
        onName={(colour, name) => onChange({ colourNames: { ...settings.colourNames, [colour]: name } })}
      />
    </Section>
  );
}
