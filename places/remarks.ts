// What is said in a list of passages that do not stand in the page as they did.
import type { Words } from '../components/words.ts';
import type { PageState } from '../messages/protocol.ts';

/** By the id of the annotation. */
export function remarksOf(shown: PageState | undefined, words: Words): ReadonlyMap<string, string> {
  const remarks = new Map<string, string>();
  for (const id of shown?.notFound ?? []) remarks.set(id, words('rowLost'));
  for (const id of shown?.unclear ?? []) remarks.set(id, words('rowUnclear'));
  for (const { id, now } of shown?.edited ?? []) remarks.set(id, words('rowChanged', now));
  return remarks;
}

/** The annotations whose words are nowhere in the page. */
export function lostIn(shown: PageState | undefined): ReadonlySet<string> {
  const unclear = new Set(shown?.unclear);
  return new Set(shown?.notFound.filter((id) => !unclear.has(id)));
}
