// Under which names someone is known: another name for them, the same as someone else, and each taken back. What is
// done here is kept as a correction, so that it holds in every article and can be undone in the settings too.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { trusted } from '../../components/trusted.ts';
import { useWords } from '../../components/words.ts';
import { newAnnotationId } from '../../core/annotation.ts';
import type { Correction } from '../../core/entities/corrections.ts';
import { type EntityName, sameEntity } from '../../core/entities/name-key.ts';
import { readLearned } from '../../notes/corrections.ts';
import type { Notebook } from '../../places/notebook.ts';
import { useLive } from '../../places/use-live.ts';
import './EntityNames.css';
import type { Deeds } from './use-deeds.ts';

interface EntityNamesProps {
  entity: EntityName;
  notebook: Notebook;
  deeds: Deeds;
  /** The page of the name that this one became. */
  onRenamed: (entity: EntityName) => void;
}

export function EntityNames({ entity, notebook, deeds, onRenamed }: EntityNamesProps) {
  const words = useWords();
  const { db } = notebook;
  const [asked, setAsked] = useState<'rename' | 'merge'>();
  const [typed, setTyped] = useState('');
  const joined = useLive(async () => {
    const { corrections } = await readLearned(db);
    return corrections.filter(
      ({ reach, fix }) => reach === 'always' && fix.what === 'same-as' && sameEntity(fix.to, entity),
    );
  }, [db, entity.name, entity.type]);
  const met = useLive(
    async () => (await db.entities.toArray()).filter((each) => !sameEntity(each, entity)),
    [db, entity.name],
  );

  function ask(what: 'rename' | 'merge'): void {
    setTyped(what === 'rename' ? entity.name : '');
    setAsked((open) => (open === what ? undefined : what));
  }

  function become(): void {
    const name = typed.trim();
    const known = met.value?.find((each) => each.name === name);
    const to = { name, type: known?.type ?? entity.type };
    setAsked(undefined);
    if (name === '' || sameEntity(to, entity)) return;
    deeds.attempt(async () => {
      await notebook.keepCorrection(sameAs(entity, to));
      onRenamed(to);
    });
  }

  return (
    <section class="entity-names" aria-label={words('entityNames')}>
      {(joined.value ?? []).length > 0 && (
        <ul>
          {joined.value?.map((correction) => (
            <li key={correction.id} class="tag">
              <bdi>{correction.name}</bdi>
              <Button
                label={words('entitySplit', correction.name)}
                icon="close"
                iconOnly
                onPress={() => deeds.attempt(() => notebook.takeBackCorrection(correction.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <div class="page-tools">
        <Button label={words('entityRename')} expanded={asked === 'rename'} onPress={() => ask('rename')} />
        <Button label={words('entityMerge')} expanded={asked === 'merge'} onPress={() => ask('merge')} />
      </div>
      {asked !== undefined && (
        <form
          onSubmit={trusted((event) => {
            event.preventDefault();
            become();
          })}
        >
          <label class="quiet">
            <span>{words(asked === 'rename' ? 'entityNewName' : 'entityMergeWith')}</span>
            <input
              type="text"
              value={typed}
              dir="auto"
              ref={(field) => field?.focus()}
              {...(asked === 'merge' ? { list: 'met-entities' } : {})}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <datalist id="met-entities">
            {met.value?.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
          <Button label={words('done')} kind="main" onPress={become} />
        </form>
      )}
    </section>
  );
}

function sameAs({ name, type }: EntityName, to: EntityName): Correction {
  const now = Date.now();
  const id = newAnnotationId(now);
  return {
    id,
    made: new Date(now).toISOString(),
    name,
    type,
    form: name,
    reach: 'always',
    fix: { what: 'same-as', to },
  };
}
