// Which card is open: of an annotation, or of an entity at one of its mentions.
import { describe } from '../../core/anchoring/describe.ts';
import { contextOf } from '../../core/entities/corrections.ts';
import type { CardRequest, PageToBackground } from '../../messages/protocol.ts';
import type { Caller } from '../../messages/wire.ts';
import type { CardFrame } from './card.ts';
import type { Found } from './finder.ts';
import { lineAt, lineBox } from './geometry.ts';
import type { Box } from './placing.ts';
import type { PlacedMention } from './reading.ts';
import type { Session } from './session.ts';

/** Of an edited passage so much is compared with what it was, UTF-16 units. */
const mostCompared = 20_000;

export interface Cards {
  /** Opens the card of what was clicked on. */
  openAt(found: Found, point: { x: number; y: number }): Promise<void>;
  /** Opens the card of an annotation, with the cursor in its note. */
  write(id: string): Promise<void>;
  /** Opens the card that says where the toolbar comes, beside the selection. */
  openOptions(range: Range, keys: boolean): Promise<void>;
  /** Goes to the previous or next mention of the open card's entity; answers with its position, from 1. */
  step(step: -1 | 1): number;
  /** The card has been closed. */
  closed(): void;
  /** The entity whose card is open. */
  entity(): number | undefined;
}

interface CardsOptions {
  frame: CardFrame;
  background: Caller<PageToBackground>;
  session(): Session | undefined;
  /** Shows words that stand somewhere else. */
  bringForward(range: Range): void;
  changed(): void;
}

export function createCards({ frame, background, session, bringForward, changed }: CardsOptions): Cards {
  /**
   * Where in the article's text the mention begins whose card is open. An entity's index would not do: the marks of a
   * long text's beginning are replaced by those of the whole.
   */
  let shown: number | undefined;
  // A click while the last one is still on its way takes its place.
  let latest = 0;

  const mentionAt = (start: number | undefined): PlacedMention | undefined =>
    session()?.reading.mentions.find(({ mention }) => mention.start === start);

  /** All mentions of one entity. */
  const mentionsLike = ({ mention: { entity } }: PlacedMention): PlacedMention[] =>
    (session()?.reading.mentions ?? []).filter(({ mention }) => mention.entity === entity);

  /** Ranges are asked for anew each time: a page that re-renders leaves the old ones empty. */
  const open = async (request: CardRequest, range: () => Range | undefined, line = 0): Promise<boolean> => {
    const own = ++latest;
    const ticket = await background.call('openCard', request);
    if (own !== latest) return false;
    const words = (): Box | undefined => {
      const now = range();
      return now === undefined ? undefined : lineBox(now, line);
    };
    frame.open(ticket, words, () =>
      background.call('openCard', request.kind === 'annotation' ? { ...request, write: true } : request),
    );
    return true;
  };

  const openAnnotation = (id: string, write: boolean, line?: number): Promise<boolean> => {
    const placed = () => session()?.reading.annotations.find(({ annotation }) => annotation.id === id);
    const { state, stand } = placed() ?? {};
    const now = state === 'edited' && stand !== undefined ? { now: stand.words.slice(0, mostCompared) } : {};
    return open({ kind: 'annotation', id, write, ...now }, () => placed()?.stand?.range, line);
  };

  const openMention = async (placed: PlacedMention, line: number): Promise<void> => {
    const now = session();
    const { start, end, entity: index } = placed.mention;
    const { text, recognition } = now?.reading ?? {};
    const entity = recognition?.entities[index];
    if (now === undefined || text === undefined || entity === undefined) return;
    const selector = describe(placed.range, now.page()) ?? describe(placed.range, now.page(true));
    if (selector === undefined) return;
    const all = mentionsLike(placed);
    const position = Math.max(1, all.findIndex(({ range }) => range === placed.range) + 1);
    const opened = await open(
      {
        kind: 'entity',
        entity,
        count: all.length,
        position,
        reason: placed.mention.reason,
        score: placed.mention.score,
        mention: { source: now.reading.metadata.url, selector },
        form: text.text.slice(start, end),
        ...contextOf(text.text, start, end),
      },
      () => mentionAt(start)?.range,
      line,
    );
    if (!opened) return;
    shown = start;
    changed();
  };

  return {
    async openAt(found, point) {
      const line = lineAt(found.range, point);
      if (found.kind === 'mention') await openMention(found.placed, line);
      else await openAnnotation(found.placed.annotation.id, false, line);
    },
    async write(id) {
      await openAnnotation(id, true);
    },
    async openOptions(range, keys) {
      await open({ kind: 'toolbar', keys }, () => range);
    },
    step(step) {
      const current = mentionAt(shown);
      if (current === undefined) return 0;
      const all = mentionsLike(current);
      const index = (all.indexOf(current) + step + all.length) % all.length;
      const next = all[index] ?? current;
      const { start } = next.mention;
      shown = start;
      bringForward(next.range);
      frame.moveTo(() => {
        const now = mentionAt(start)?.range;
        return now === undefined ? undefined : lineBox(now, 0);
      });
      return index + 1;
    },
    closed() {
      latest++;
      shown = undefined;
      changed();
    },
    entity: () => (shown === undefined ? undefined : mentionAt(shown)?.mention.entity),
  };
}
