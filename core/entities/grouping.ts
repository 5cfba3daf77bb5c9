// Which mentions mean the same person, organisation or place in one article, and of which type the group is.
// Forms are joined by rule ("Musk" to "Elon Musk", "EU" to "European Union"), then each group takes the type that the
// tagger finds likeliest over all its mentions: one doubtful sentence does not make a company of a person.
import { tagTypes } from './labels.ts';

export interface GroupedMention {
  /** The words as they stand in the text. */
  surface: string;
  /** How likely each type of `tagTypes` is. */
  likelihoods: readonly number[];
}

export interface Group {
  /** The fullest form. */
  name: string;
  /** Index into `tagTypes`. */
  type: number;
  /** Indexes of mentions. */
  members: readonly number[];
}

const person = tagTypes.indexOf('PER');
const organisation = tagTypes.indexOf('ORG');
const place = tagTypes.indexOf('LOC');

/** One way in which the article writes a name. */
interface Form {
  surface: string;
  words: readonly string[];
  members: number[];
  likelihoods: number[];
  /** A form that it was joined to: a union-find forest. */
  group: Form | undefined;
}

const companyEnding =
  /^(?:inc|corp|corporation|company|co|ltd|limited|plc|llc|group|holdings|ag|sa|gmbh|nv|bv|fc|afc)\.?$/u;
const honorific = /^(?:jr|sr|ii|iii|iv)\.?$/u;
/** So many names that begin or end alike tell nothing of a short one. */
const mostAlike = 30;
const smallWord = /^(?:of|the|and|for|in|on|de|la|del|&|to|at)$/u;

/** Names of the same place or body that no rule of form can tell. */
const sameThing = new Map(
  [
    ['united states', 'us', 'u.s', 'usa', 'u.s.a', 'united states of america', 'america'],
    ['united kingdom', 'uk', 'u.k', 'britain', 'great britain'],
    ['united arab emirates', 'uae', 'u.a.e'],
    ['united nations', 'un', 'u.n'],
    ['european union', 'eu', 'e.u'],
    ['north korea', 'dprk'],
    ['los angeles', 'la', 'l.a'],
    ['washington dc', 'washington d.c', 'd.c', 'washington, d.c'],
    ['new york city', 'nyc'],
  ].flatMap((names) => names.map((name): [string, string] => [name, names[0] ?? name])),
);

export function groupMentions(mentions: readonly GroupedMention[]): Group[] {
  const forms = collectForms(mentions);
  const list = [...forms.values()];
  joinKnown(list);
  joinAcronyms(list);
  joinOrganisations(list);
  joinPersons(list);
  const groups = new Map<Form, Form[]>();
  for (const form of list) addTo(groups, rootOf(form), form);
  return [...groups.values()].map((members) => ({
    name: fullest(members),
    type: likeliest(sumOf(members)),
    members: members.flatMap((form) => form.members).sort((one, other) => one - other),
  }));
}

/** Forms by their key: case counts for nothing where one is all capitals. */
function collectForms(mentions: readonly GroupedMention[]): Map<string, Form> {
  const forms = new Map<string, Form>();
  mentions.forEach(({ surface, likelihoods }, index) => {
    const words = normalise(surface).split(' ');
    const key = words.join(' ');
    const known = forms.get(key);
    if (known === undefined) {
      forms.set(key, { surface, words, members: [index], likelihoods: [...likelihoods], group: undefined });
    } else {
      known.members.push(index);
      likelihoods.forEach((likelihood, type) => {
        known.likelihoods[type] = (known.likelihoods[type] ?? 0) + likelihood;
      });
      if (isAllCaps(known.surface) && !isAllCaps(surface)) known.surface = surface;
    }
  });
  return forms;
}

function normalise(surface: string): string {
  const words = surface.replaceAll('’', "'").replace(/\s+/gu, ' ').trim().toLowerCase().split(' ');
  return words.map((word, index) => (index === words.length - 1 ? word.replace(/\.$/u, '') : word)).join(' ');
}

function joinKnown(forms: readonly Form[]): void {
  const first = new Map<string, Form>();
  for (const form of forms) {
    const same = sameThing.get(form.words.join(' '));
    if (same === undefined) continue;
    const known = first.get(same);
    if (known === undefined) first.set(same, form);
    else join(form, known);
  }
}

function joinAcronyms(forms: readonly Form[]): void {
  const byInitials = new Map<string, Form[]>();
  for (const form of forms) {
    if (form.words.length < 2 || shareOf(form, person) >= 0.5) continue;
    for (const initials of new Set(initialsOf(form))) addTo(byInitials, initials, form);
  }
  for (const form of forms) {
    const letters = form.surface.replace(/[.\s]/gu, '');
    if (!/^\p{Lu}[\p{Lu}\p{N}&]{1,6}s?$/u.test(letters) || form.words.length > 1) continue;
    const [full, other] = byInitials.get(letters.toLowerCase()) ?? [];
    if (full !== undefined && other === undefined) join(form, full);
  }
}

/** The initials with and without small words. */
function initialsOf({ words }: Form): string[] {
  const parts = words.flatMap((word) => word.split('-'));
  const initials = (chosen: readonly string[]): string => chosen.map((word) => word.charAt(0)).join('');
  return [initials(parts), initials(parts.filter((word) => !smallWord.test(word)))];
}

/** "Microsoft" and "Microsoft Corp."; "Getty" and "Getty Images" where only one name begins so. */
function joinOrganisations(forms: readonly Form[]): void {
  const candidates = forms.filter((form) => likeliest(form.likelihoods) === organisation);
  const byFirst = new Map<string, Form[]>();
  for (const form of candidates) addTo(byFirst, form.words[0] ?? '', form);
  for (const form of candidates) {
    const beside = byFirst.get(form.words[0] ?? '') ?? [];
    if (beside.length > mostAlike) continue;
    const longer = beside.filter(
      (each) => each.words.length > form.words.length && form.words.every((word, at) => word === each.words[at]),
    );
    const same = longer.find((each) => each.words.slice(form.words.length).every((word) => companyEnding.test(word)));
    const only = new Set(longer.map(rootOf)).size === 1 ? longer[0] : undefined;
    const target = same ?? (form.words.length === 1 && !smallWord.test(form.words[0] ?? '') ? only : undefined);
    if (target !== undefined) join(form, target);
  }
}

interface FullName {
  form: Form;
  words: readonly string[];
}

/** Short forms of persons join the only full name that they fit; a surname that two share stays apart. */
function joinPersons(forms: readonly Form[]): void {
  const byFirst = new Map<string, FullName[]>();
  const byLast = new Map<string, FullName[]>();
  const full = forms
    .filter((form) => form.words.length >= 2 && likeliest(form.likelihoods) === person)
    .map((form): FullName => ({ form, words: nameWords(form) }));
  for (const name of full) {
    addTo(byFirst, name.words[0] ?? '', name);
    addTo(byLast, name.words.at(-1) ?? '', name);
  }
  // Longer names first: "Donald Trump" to "Donald J. Trump", so that "Trump" finds one group.
  for (const { form, words } of full) {
    const longer = (byLast.get(words.at(-1) ?? '') ?? []).filter((other) => other.words.length > words.length);
    joinOnly(
      form,
      longer.filter((other) => other.words[0] === words[0]),
    ) ||
      joinOnly(
        form,
        longer.filter((other) => words.every((word, at) => word === other.words.at(at - words.length))),
      );
  }
  for (const form of forms) {
    const [word = ''] = form.words;
    if (form.words.length === 1 && maybePerson(form))
      joinOnly(form, byLast.get(word)) || joinOnly(form, byFirst.get(word));
  }
}

/** Joins a form to the names if they are all of one group; answers whether there are any. */
function joinOnly(form: Form, names: readonly FullName[] | undefined): boolean {
  if (names === undefined || names.length === 0) return false;
  if (names.length <= mostAlike) {
    const [root, other] = new Set(names.map((name) => rootOf(name.form)));
    if (root !== undefined && other === undefined) join(form, root);
  }
  return true;
}

/** A single word that may be a person's: not one that the tagger is sure to be something else. */
function maybePerson(form: Form): boolean {
  if (likeliest(form.likelihoods) === place && shareOf(form, place) > 0.8) return false;
  return shareOf(form, person) >= 0.2 || Math.max(...form.likelihoods) <= 0.9 * form.members.length;
}

function nameWords({ words }: Form): readonly string[] {
  return words.filter((word, index) => index === 0 || !honorific.test(word)).map((word) => word.replace(/,$/u, ''));
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function join(form: Form, to: Form): void {
  const root = rootOf(to);
  const own = rootOf(form);
  if (own !== root) own.group = root;
}

function rootOf(form: Form): Form {
  let root = form;
  while (root.group !== undefined) root = root.group;
  return root;
}

function sumOf(forms: readonly Form[]): number[] {
  return tagTypes.map((_, type) => forms.reduce((sum, form) => sum + (form.likelihoods[type] ?? 0), 0));
}

function likeliest(likelihoods: readonly number[]): number {
  return likelihoods.indexOf(Math.max(...likelihoods));
}

function shareOf(form: Form, type: number): number {
  const sum = form.likelihoods.reduce((total, each) => total + each, 0);
  return sum === 0 ? 0 : (form.likelihoods[type] ?? 0) / sum;
}

/** The form with the most words; of those the most used, of those the first. */
function fullest(forms: readonly Form[]): string {
  const ranked = [...forms].sort(
    (one, other) =>
      Math.min(other.words.length, 6) - Math.min(one.words.length, 6) ||
      other.surface.length - one.surface.length ||
      other.members.length - one.members.length,
  );
  return (ranked[0]?.surface ?? '').replace(/\s+/gu, ' ');
}

function isAllCaps(surface: string): boolean {
  return surface === surface.toUpperCase();
}
