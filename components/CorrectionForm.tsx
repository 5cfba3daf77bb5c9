// What is wrong with a mark, and how far that goes: this mention, this article, always.
import { useId, useState } from 'preact/hooks';
import { entityTypes } from '../core/annotation.ts';
import { type Fix, type Reach, reaches } from '../core/entities/corrections.ts';
import { type EntityName, nameKey } from '../core/entities/name-key.ts';
import { Button } from './Button.tsx';
import './CorrectionForm.css';
import { kindKeys } from './EntityHead.tsx';
import { RadioLine } from './RadioLine.tsx';
import { Select } from './Select.tsx';
import { useWords, type WordKey } from './words.ts';

interface CorrectionFormProps {
  entity: EntityName;
  /** The words of the mention that the card is open on. */
  form: string;
  /** All ways in which the article writes the entity. */
  forms: readonly string[];
  /** The other names of the article and those that are watched. */
  others: readonly EntityName[];
  /** How far it may go; not as far as a mention where the form belongs to none. */
  offered?: readonly Reach[];
  onCorrect: (correction: { fix: Fix; reach: Reach; form: string }) => void;
}

export const reachKeys: Record<Reach, WordKey> = {
  mention: 'correctMention',
  article: 'correctArticle',
  always: 'correctAlways',
};

export function CorrectionForm({ entity, form, forms, others, offered = reaches, onCorrect }: CorrectionFormProps) {
  const words = useWords();
  const group = useId();
  const named = entity.type === 'Person' || entity.type === 'Organization' || entity.type === 'Place';
  const types = entityTypes.filter((type) => type !== entity.type && type !== 'Handle' && type !== 'Hashtag');
  // A handle belongs to someone; anything else is the same as something of its own sort.
  const targets = others.filter(({ type }) => named || entity.type === 'Handle' || type === entity.type);
  const otherForms = forms.filter((each) => nameKey(each) !== nameKey(entity.name));
  const [what, setWhat] = useState<Fix['what']>(named ? 'kind' : 'not-a-name');
  const [type, setType] = useState(types[0] ?? 'Person');
  const [target, setTarget] = useState('0');
  const [apart, setApart] = useState(otherForms.includes(form) ? form : otherForms[0]);
  const [reach, setReach] = useState<Reach>('article');
  // A form that is the name itself is set apart at one place only: everywhere it would be all of it.
  const hereOnly = what === 'apart' && apart === undefined;

  function correct(): void {
    const to = targets[Number(target)];
    const fixes: Record<Fix['what'], Fix | undefined> = {
      kind: { what: 'kind', type },
      'not-a-name': { what: 'not-a-name' },
      'same-as': to && { what: 'same-as', to: { name: to.name, type: to.type } },
      apart: { what: 'apart' },
    };
    const fix = fixes[what];
    const spread = hereOnly ? 'mention' : reach;
    const meant = what === 'apart' && spread !== 'mention' ? (apart ?? form) : form;
    if (fix !== undefined) onCorrect({ fix, reach: spread, form: meant });
  }

  return (
    <div class="correction-form">
      <fieldset>
        <legend>{words('correctWhat')}</legend>
        {named && (
          <RadioLine
            group={`${group}what`}
            label={words('correctKind')}
            chosen={what === 'kind'}
            onChoose={() => setWhat('kind')}
          >
            <Select
              label={words('correctKind')}
              value={type}
              options={types.map((each) => ({ value: each, words: words(kindKeys[each]) }))}
              onSelect={(each) => {
                setType(each);
                setWhat('kind');
              }}
            />
          </RadioLine>
        )}
        <RadioLine
          group={`${group}what`}
          label={words('correctNone')}
          chosen={what === 'not-a-name'}
          onChoose={() => setWhat('not-a-name')}
        />
        {targets.length > 0 && (
          <RadioLine
            group={`${group}what`}
            label={words(entity.type === 'Handle' ? 'correctOwner' : 'correctSame')}
            chosen={what === 'same-as'}
            onChoose={() => setWhat('same-as')}
          >
            <Select
              label={words(entity.type === 'Handle' ? 'correctOwner' : 'correctSame')}
              value={target}
              options={targets.map(({ name }, index) => ({ value: String(index), words: name }))}
              onSelect={(each) => {
                setTarget(each);
                setWhat('same-as');
              }}
            />
          </RadioLine>
        )}
        {named && (apart !== undefined || offered.includes('mention')) && (
          <RadioLine
            group={`${group}what`}
            label={words(apart === undefined ? 'correctApartHere' : 'correctApart')}
            chosen={what === 'apart'}
            onChoose={() => setWhat('apart')}
          >
            {apart !== undefined && (
              <Select
                label={words('correctApart')}
                value={apart}
                options={otherForms.map((each) => ({ value: each, words: each }))}
                onSelect={(each) => {
                  setApart(each);
                  setWhat('apart');
                }}
              />
            )}
          </RadioLine>
        )}
      </fieldset>
      <fieldset class="correction-reach">
        <legend>{words('correctWhere')}</legend>
        {offered.map((each) => (
          <RadioLine
            key={each}
            group={`${group}reach`}
            label={words(reachKeys[each])}
            chosen={(hereOnly ? 'mention' : reach) === each}
            disabled={hereOnly && each !== 'mention'}
            onChoose={() => setReach(each)}
          />
        ))}
      </fieldset>
      <Button label={words('correctDo')} kind="main" onPress={correct} />
    </div>
  );
}
