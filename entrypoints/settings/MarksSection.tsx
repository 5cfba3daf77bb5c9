// Which names are marked: at all, of which kinds, on which sites not.
import { kindKeys } from '../../components/EntityHead.tsx';
import { SiteList } from '../../components/SiteList.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useWords, type WordKey } from '../../components/words.ts';
import { type EntityType, entityTypes } from '../../core/annotation.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './Settings.tsx';

const pluralKeys: Record<EntityType, WordKey> = {
  Person: 'settingsKindPeople',
  Organization: 'settingsKindOrganizations',
  Place: 'settingsKindPlaces',
  Handle: 'settingsKindHandles',
  Hashtag: 'settingsKindHashtags',
};

export function MarksSection({ settings, onChange }: SectionProps) {
  const words = useWords();
  const { marks, kindsOff } = settings;
  return (
    <Section id="marks" title={words('settingsMarks')} hint={words('settingsMarksHint')}>
      <Switch label={words('popupMarksEverywhere')} checked={marks} onSwitch={(on) => onChange({ marks: on })} />
      <Switch
        label={words('markFirstOnly')}
        checked={marks && settings.firstOnly}
        disabled={!marks}
        onSwitch={(on) => onChange({ firstOnly: on })}
      />
      <fieldset class="settings-kinds">
        <legend>{words('settingsKinds')}</legend>
        {entityTypes.map((type) => (
          <Switch
            key={type}
            label={
              <span class={`entity-kind ${type.toLowerCase()}`} title={words(kindKeys[type])}>
                {words(pluralKeys[type])}
              </span>
            }
            checked={marks && !kindsOff.includes(type)}
            disabled={!marks}
            onSwitch={(on) =>
              onChange({ kindsOff: on ? kindsOff.filter((each) => each !== type) : [...kindsOff, type] })
            }
          />
        ))}
      </fieldset>
      <SiteList
        title={words('settingsMarksOffSites')}
        none={words('settingsNoSites')}
        sites={settings.marksOffSites}
        onChange={(marksOffSites) => onChange({ marksOffSites })}
      />
    </Section>
  );
}
