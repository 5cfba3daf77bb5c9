// Who is who in the article: its people, organisations, places and handles, the heaviest first, and which of them are
// marked in the page.
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { Choices } from '../components/Choices.tsx';
import { kindKeys } from '../components/EntityHead.tsx';
import { NameRow } from '../components/NameRow.tsx';
import { handleKind } from '../components/platform.ts';
import { Segments } from '../components/Segments.tsx';
import { countWords, useWords, type WordKey } from '../components/words.ts';
import { entityTypes } from '../core/annotation.ts';
import { type EntityName, sameEntity } from '../core/entities/name-key.ts';
import { ownBackground, pageIn } from '../messages/callers.ts';
import type { MarkFilter } from '../messages/protocol.ts';
import { articleOf } from '../notes/articles.ts';
import { notesNaming } from '../notes/notes-naming.ts';
import { lastWrite } from '../notes/search/search.ts';
import { searchInWorker } from '../notes/search/worker-search.ts';
import { readSettings } from '../notes/settings.ts';
import { CorrectName } from './CorrectName.tsx';
import { start } from './library-address.ts';
import { NameNotes } from './NameNotes.tsx';
import type { Notebook } from './notebook.ts';
import { useLive } from './use-live.ts';
import { useNames } from './use-names.ts';
import { addressOf, type Page } from './use-page.ts';
import { openLibrary } from './ways.ts';
import './WhosWho.css';

interface WhosWhoProps {
  page: Page;
  notebook: Notebook;
  /** Does a piece of work and tells when it fails. */
  attempt: (work: () => Promise<unknown>) => void;
  /** Looks at the page again. */
  refresh: () => void;
  /** Opens a note on its passage. */
  onOpen: (id: string) => void;
}

/** So many are listed before the reader asks for all. */
const listedFirst = 6;

const markings = ['all', 'first', 'none'] as const;
type Marking = (typeof markings)[number];
const markingKeys: Record<Marking, WordKey> = { all: 'markAll', first: 'markFirst', none: 'markNone' };

export function WhosWho({ page, notebook, attempt, refresh, onOpen }: WhosWhoProps) {
  const words = useWords();
  const { db } = notebook;
  const { tabId, shown } = page;
  const url = addressOf(page);
  const names = useNames(page);
  const [all, setAll] = useState(false);
  const [place, setPlace] = useState<{ name: EntityName; position: number }>();
  const [correcting, setCorrecting] = useState<EntityName>();
  const [learned, setLearned] = useState<string>();
  const settings = useLive(() => readSettings(db), [db]).value;
  const key = names.map(({ entity }) => `${entity.type} ${entity.name}`).join('\n');
  const [search] = useState(searchInWorker);
  useEffect(() => search.close, []);
  const notes = useLive(async () => {
    await lastWrite(db);
    const entities = names.map(({ entity }) => entity);
    return { key, found: await notesNaming(db, search, entities, (await articleOf(db, url))?.id) };
  }, [db, key, url]).value;
  if (names.length === 0) return null;

  const filter = shown?.filter ?? {};
  const listed = names.filter(({ entity }) => filter.type === undefined || entity.type === filter.type);
  const kinds = entityTypes.flatMap((type) => {
    const count = names.filter(({ entity }) => entity.type === type).length;
    return count === 0 ? [] : [{ value: type, count, label: words(kindKeys[type]) }];
  });

  function mark(change: MarkFilter): void {
    attempt(() => pageIn(tabId).call('filterMarks', change).then(refresh));
  }

  function step({ name, type }: EntityName, by: -1 | 0 | 1): void {
    attempt(async () =>
      setPlace({ name: { name, type }, position: await pageIn(tabId).call('showName', { name, type }, by) }),
    );
  }

  function markWhich(which: Marking): void {
    attempt(async () => {
      const change = which === 'none' ? { marks: false } : { marks: true, firstOnly: which === 'first' };
      await notebook.changeSettings(change);
      refresh();
    });
  }

  return (
    <section class="whos-who" aria-label={words('whosWho')}>
      <div class="section-head">
        <h2>{words('whosWho')}</h2>
        {settings && (
          <Segments
            label={words('markLabel')}
            options={markings.map((value) => ({ value, label: words(markingKeys[value]) }))}
            value={settings.marks ? (settings.firstOnly ? 'first' : 'all') : 'none'}
            onChoose={markWhich}
          />
        )}
      </div>
      {learned !== undefined && (
        <p class="learned" role="status">
          {words('correctLearned')}{' '}
          <Button
            label={words('undo')}
            onPress={() => {
              setLearned(undefined);
              attempt(() => ownBackground.call('takeBackCorrection', learned));
            }}
          />
        </p>
      )}
      <Choices
        label={words('nameKinds')}
        choices={kinds}
        chosen={filter.type}
        onChoose={(chosen) => {
          const type = entityTypes.find((each) => each === chosen);
          mark(type === undefined ? {} : { type });
        }}
      />
      <ul>
        {listed.slice(0, all ? listed.length : listedFirst).map((named) => {
          const { entity } = named;
          const isCorrected = correcting !== undefined && sameEntity(correcting, entity);
          const found = notes?.key === key ? notes.found[names.indexOf(named)] : undefined;
          return (
            <NameRow
              key={`${entity.type} ${entity.name}`}
              named={named}
              kind={handleKind(entity, words)}
              only={filter.name !== undefined && sameEntity(filter.name, entity)}
              position={place !== undefined && sameEntity(place.name, entity) ? place.position : 0}
              onStep={(by) => step(entity, by)}
              onOnly={(only) => mark(only ? { name: { name: entity.name, type: entity.type } } : {})}
              correcting={isCorrected}
              onCorrect={(wanted) => setCorrecting(wanted ? entity : undefined)}
            >
              {isCorrected && (
                <CorrectName
                  named={named}
                  names={names}
                  tabId={tabId}
                  attempt={attempt}
                  onLearned={(id) => {
                    setCorrecting(undefined);
                    setLearned(id);
                  }}
                />
              )}
              {found && (
                <NameNotes
                  db={db}
                  found={found}
                  onOpen={onOpen}
                  onPage={() => attempt(() => openLibrary({ ...start, view: 'entity', entity }))}
                />
              )}
            </NameRow>
          );
        })}
      </ul>
      {listed.length > listedFirst && (
        <Button
          label={all ? words('namesFewer') : countWords(words, 'namesAll', listed.length)}
          expanded={all}
          onPress={() => setAll(!all)}
        />
      )}
    </section>
  );
}
