// How far two texts are the same to the left and to the right of a place in each; folded units.

/** How many units before `at` of `one` are those before `place` of `other`, at most `most`. */
export function sameBefore(one: string, at: number, other: string, place: number, most = at): number {
  let length = 0;
  const limit = Math.min(most, at, place);
  while (length < limit && one.charCodeAt(at - length - 1) === other.charCodeAt(place - length - 1)) length++;
  return length;
}

/** The same of the units from `at` and `place` on. */
export function sameAfter(one: string, at: number, other: string, place: number, most = one.length - at): number {
  let length = 0;
  const limit = Math.min(most, one.length - at, other.length - place);
  while (length < limit && one.charCodeAt(at + length) === other.charCodeAt(place + length)) length++;
  return length;
}
