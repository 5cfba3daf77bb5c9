// Going from one mention or highlight to the next: by the panel's buttons for one entity, by keys for all.
import { contextOf } from '../../core/entities/corrections.ts';
import { type EntityName, sameEntity } from '../../core/entities/name-key.ts';
import type { ShownMention } from '../../messages/protocol.ts';
import type { Found } from './finder.ts';
import { boxOf } from './geometry.ts';
import { shownMentions } from './reading.ts';
import type { Session } from './session.ts';

export interface Walk {
  /** Goes on among the mentions of one entity; answers with the one that is shown. */
  among(name: EntityName, step: -1 | 0 | 1): ShownMention | undefined;
  /** Goes to the next or previous highlight, or marked name, from where the reader is; false where there is none. */
  to(what: 'highlight' | 'name', step: -1 | 1): boolean;
}

interface WalkOptions {
  session(): Session | undefined;
  /** Shows words that stand somewhere else. */
  bringForward(range: Range): void;
  /** Offers the card of what was gone to. */
  offer(found: Found): void;
}

export function createWalk({ session, bringForward, offer }: WalkOptions): Walk {
  /** Where the reader was led last. */
  let last: Range | undefined;

  const go = (range: Range): void => {
    last = range;
    bringForward(range);
  };

  return {
    among(name, step) {
      const { recognition, text, mentions = [] } = session()?.reading ?? {};
      const entity = recognition?.entities.findIndex((each) => sameEntity(each, name)) ?? -1;
      const all = mentions.filter(({ mention }) => mention.entity === entity);
      const current = all.findIndex(({ range }) => range === last);
      // The first press of either button leads to the first mention.
      const index = current < 0 ? 0 : (current + step + all.length) % all.length;
      const next = all[index];
      if (next === undefined || text === undefined) return undefined;
      go(next.range);
      const { start, end } = next.mention;
      return { position: index + 1, form: text.text.slice(start, end), ...contextOf(text.text, start, end) };
    },
    to(what, step) {
      const targets = targetsOf(session(), what);
      const next = targets[nextIndex(targets, last, step)];
      if (next === undefined) return false;
      go(next.range);
      offer(next);
      return true;
    },
  };
}

/** In the order of the page. */
function targetsOf(session: Session | undefined, what: 'highlight' | 'name'): Found[] {
  if (session === undefined) return [];
  const { reading } = session;
  if (what === 'name') {
    return shownMentions(reading).map((placed) => ({ kind: 'mention', placed, range: placed.range }));
  }
  return reading.annotations
    .flatMap((placed): Found[] =>
      placed.stand === undefined ? [] : [{ kind: 'annotation', placed, range: placed.stand.range }],
    )
    .sort(({ range: one }, { range: other }) => one.compareBoundaryPoints(Range.START_TO_START, other));
}

/** From the one that was shown last while it is in view; else from what the reader sees, and around the end. */
function nextIndex(targets: readonly Found[], last: Range | undefined, step: -1 | 1): number {
  const count = targets.length;
  const current = targets.findIndex(({ range }) => range === last);
  const box = current < 0 ? undefined : boxOf(targets[current]?.range ?? new Range());
  if (box !== undefined && box.bottom > 0 && box.top < innerHeight) return (current + step + count) % count;
  const below = targets.findIndex(({ range }) => (boxOf(range)?.top ?? -1) >= 0);
  if (step > 0) return Math.max(0, below);
  return ((below < 0 ? count : below) - 1 + count) % Math.max(1, count);
}
