// Who is who in the article: its people, organisations, places and handles, the heaviest first, and which of them are
// marked in the page. Where there is little room they are chips, and the one that is pressed has its row.
import { useState } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { Choices } from '../components/Choices.tsx';
import { kindKeys } from '../components/EntityHead.tsx';
import { NameRow } from '../components/NameRow.tsx';
import { handleKind } from '../components/platform.ts';
import { Segments } from '../components/Segments.tsx';
import { Select } from '../components/Select.tsx';
import { countWords, useWords, type WordKey } from '../components/words.ts';
import { entityTypes } from '../core/annotation.ts';
import { type EntityName, sameEntity } from '../core/entities/name-key.ts';
import { ownBackground, pageIn } from '../messages/callers.ts';
import type { MarkFilter, ShownMention } from '../messages/protocol.ts';
import { checkShownMention } from '../messages/validate.ts';
import { articleOf } from '../notes/articles.ts';
import { notesNaming } from '../notes/notes-naming.ts';
import { lastWrite, type Search } from '../notes/search/search.ts';
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
  search: Search;
  /** Names are chips, and one alone has its row. */
  short?: boolean;
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

export function WhosWho({ page, notebook, search, short = false, attempt, refresh, onOpen }: WhosWhoProps) {
  const words = useWords();
  const { db } = notebook;
  const { tabId, shown } = page;
  const url = addressOf(page);
  const names = useNames(page);
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<EntityName>();
  const [place, setPlace] = useState<{ name: EntityName; at: ShownMention }>();
  const [correcting, setCorrecting] = useState<EntityName>();
  const [learned, setLearned] = useState<string>();
  const settings = useLive(() => readSettings(db), [db]).value;
  const withRow = short ? names.filter(({ entity }) => open !== undefined && sameEntity(open, entity)) : names;
  const key = withRow.map(({ entity }) => idOf(entity)).join('\n');
  const notes = useLive(async () => {
    await lastWrite(db);
    const entities = withRow.map(({ entity }) => entity);
    return { key, found: await notesNaming(db, search, entities, (await articleOf(db, url))?.id) };
  }, [db, key, url]).value;
  if (names.length === 0) return null;

  const filter = shown?.filter ?? {};
  const ofKind = names.filter(({ entity }) => filter.type === undefined || entity.type === filter.type);
  const listed = ofKind.slice(0, all ? ofKind.length : listedFirst);
  const kinds = entityTypes.flatMap((type) => {
    const count = names.filter(({ entity }) => entity.type === type).length;
    return count === 0 ? [] : [{ value: type, count, label: words(kindKeys[type]) }];
  });

  function mark(change: MarkFilter): void {
    attempt(() => pageIn(tabId).call('filterMarks', change).then(refresh));
  }

  function markKind(chosen: string | undefined): void {
    const type = entityTypes.find((each) => each === chosen);
    mark(type === undefined ? {} : { type });
  }

  function step({ name, type }: EntityName, by: -1 | 0 | 1): void {
    attempt(async () => {
      const at = checkShownMention(await pageIn(tabId).call('showName', { name, type }, by));
      setPlace(at && { name: { name, type }, at });
    });
  }

  function openRow(id: string | undefined): void {
    const { entity } = names.find((each) => idOf(each.entity) === id) ?? {};
    setOpen(entity);
    if (entity !== undefined) step(entity, 0);
  }

  function markWhich(which: Marking): void {
    attempt(async () => {
      const change = which === 'none' ? { marks: false } : { marks: true, firstOnly: which === 'first' };
      await notebook.changeSettings(change);
      refresh();
    });
  }

  const more = ofKind.length > listedFirst && (
    <Button
      label={all ? words('namesFewer') : countWords(words, 'namesAll', ofKind.length)}
      expanded={all}
      onPress={() => setAll(!all)}
    />
  );
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
      {!short && <Choices label={words('nameKinds')} choices={kinds} chosen={filter.type} onChoose={markKind} />}
      {short && (
        <Choices
          label={words('whosWho')}
          hint={words('nameShow')}
          choices={listed.map(({ entity, count }) => ({
            value: idOf(entity),
            count,
            label: entity.name,
            kind: entity.type,
          }))}
          chosen={open && idOf(open)}
          onChoose={openRow}
        />
      )}
      {short && (
        <div class="whos-who-foot">
          {kinds.length > 1 && (
            <Select
              label={words('nameKinds')}
              value={filter.type ?? ''}
              options={[
                { value: '', words: words('kindsAll') },
                ...kinds.map(({ value, label, count }) => ({ value, words: `${label} (${count})` })),
              ]}
              onSelect={markKind}
            />
          )}
          {more}
        </div>
      )}
      <ul>
        {(short ? withRow : listed).map((named) => {
          const { entity } = named;
          const isCorrected = correcting !== undefined && sameEntity(correcting, entity);
          const found = notes?.key === key ? notes.found[withRow.indexOf(named)] : undefined;
          const at = place !== undefined && sameEntity(place.name, entity) ? place.at : undefined;
          return (
            <NameRow
              key={idOf(entity)}
              named={named}
              kind={handleKind(entity, words)}
              only={filter.name !== undefined && sameEntity(filter.name, entity)}
              position={at?.position ?? 0}
              onStep={(by) => step(entity, by)}
              onOnly={(only) => mark(only ? { name: { name: entity.name, type: entity.type } } : {})}
              correcting={isCorrected}
              onCorrect={(wanted) => {
                setCorrecting(wanted ? entity : undefined);
                // A correction of one mention is of the one that the page shows.
                if (wanted && at === undefined) step(entity, 0);
              }}
            >
              {isCorrected && (
                <CorrectName
                  named={named}
                  names={names}
                  shown={at}
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
      {!short && more}
    </section>
  );
}

function idOf({ type, name }: EntityName): string {
  return `${type} ${name}`;
}
