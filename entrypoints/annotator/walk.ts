// Going from one mention or highlight to the next: by the panel's buttons for one entity, by keys for all.
import { type EntityName, sameEntity } from '../../core/entities/name-key.ts';
import type { Session } from './session.ts';

export interface Walk {
  /** Goes on among the mentions of one entity; answers with the position of the one shown, from 1; 0: it has none. */
  among(name: EntityName, step: -1 | 0 | 1): number;
}

interface WalkOptions {
  session(): Session | undefined;
  /** Shows words that stand somewhere else. */
  bringForward(range: Range): void;
}

export function createWalk({ session, bringForward }: WalkOptions): Walk {
  /** Where the reader was led last. */
  let last: Range | undefined;

  return {
    among(name, step) {
      const { recognition, mentions = [] } = session()?.reading ?? {};
      const entity = recognition?.entities.findIndex((each) => sameEntity(each, name)) ?? -1;
      const ranges = mentions.filter(({ mention }) => mention.entity === entity).map(({ range }) => range);
      const current = last === undefined ? -1 : ranges.indexOf(last);
      // The first press of either button leads to the first mention.
      const index = current < 0 ? 0 : (current + step + ranges.length) % ranges.length;
      const next = ranges[index];
      if (next === undefined) return 0;
      last = next;
      bringForward(next);
      return index + 1;
    },
  };
}
