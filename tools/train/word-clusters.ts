// Classes of words that stand among the same neighbours, learnt from running text without labels: the exchange
// algorithm for a class bigram model (Kneser and Ney 1993; Martin, Liermann, Ney 1998). "Sony" and "Nokia" end up
// together, so that what is learnt of one holds for the other.

/** Which words follow which: counts of pairs, both ways, as lists laid end to end. */
interface Bigrams {
  words: number;
  counts: Float64Array;
  after: Neighbours;
  before: Neighbours;
}

interface Neighbours {
  /** Where each word's list begins; one more than there are words. */
  starts: Uint32Array;
  words: Uint32Array;
  counts: Uint32Array;
}

export interface ClusterOptions {
  /** Words seen less often get no class. */
  leastCount: number;
  fine: number;
  coarse: number;
  rounds: number;
}

export interface WordClusters {
  /** Words by their class, each with its number of a fine class; every fine class lies in one coarse class. */
  fineOf: ReadonlyMap<string, number>;
  coarseOf: Uint16Array;
}

/** Stand for the border of a sentence and for all rare words; they keep classes of their own. */
const fixedWords = 2;
const border = 0;
const rare = 1;

/** Learns fine classes of the words of the sentences, and coarse classes of those. */
export function clusterWords(sentences: readonly (readonly string[])[], options: ClusterOptions): WordClusters {
  const { vocabulary, bigrams } = countBigrams(sentences, options.leastCount);
  const fine = exchange(bigrams, options.fine, options.rounds);
  const coarse = exchange(contract(bigrams, fine, options.fine), options.coarse, options.rounds);
  return {
    fineOf: new Map(vocabulary.map((word, index) => [word, fine[index + fixedWords] ?? 0])),
    coarseOf: coarse,
  };
}

function countBigrams(sentences: readonly (readonly string[])[], leastCount: number) {
  const counts = new Map<string, number>();
  for (const sentence of sentences) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= leastCount);
  kept.sort(([word, count], [other, otherCount]) => otherCount - count || (word < other ? -1 : 1));
  const vocabulary = kept.map(([word]) => word);
  const numbers = new Map(vocabulary.map((word, index) => [word, index + fixedWords]));
  const words = vocabulary.length + fixedWords;
  const pairs = new Map<number, number>();
  for (const sentence of sentences) {
    let last = border;
    for (let at = 0; at <= sentence.length; at++) {
      const word = at === sentence.length ? border : (numbers.get(sentence[at] ?? '') ?? rare);
      const pair = last * words + word;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      last = word;
    }
  }
  return { vocabulary, bigrams: bigramsOf(pairs, words) };
}

function bigramsOf(pairs: ReadonlyMap<number, number>, words: number): Bigrams {
  const counts = new Float64Array(words);
  for (const [pair, count] of pairs) {
    const word = Math.floor(pair / words);
    counts[word] = (counts[word] ?? 0) + count;
  }
  const first = (pair: number): number => Math.floor(pair / words);
  const second = (pair: number): number => pair % words;
  return {
    words,
    counts,
    after: neighboursOf(pairs, words, first, second),
    before: neighboursOf(pairs, words, second, first),
  };
}

function neighboursOf(
  pairs: ReadonlyMap<number, number>,
  words: number,
  ownerOf: (pair: number) => number,
  neighbourOf: (pair: number) => number,
): Neighbours {
  const starts = new Uint32Array(words + 1);
  for (const pair of pairs.keys()) {
    const owner = ownerOf(pair) + 1;
    starts[owner] = (starts[owner] ?? 0) + 1;
  }
  for (let word = 0; word < words; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const next = starts.slice();
  const list = { starts, words: new Uint32Array(pairs.size), counts: new Uint32Array(pairs.size) };
  for (const [pair, count] of pairs) {
    const owner = ownerOf(pair);
    const place = next[owner] ?? 0;
    list.words[place] = neighbourOf(pair);
    list.counts[place] = count;
    next[owner] = place + 1;
  }
  return list;
}

/** The same pairs between classes. */
function contract({ words, after }: Bigrams, classOf: Uint16Array, classes: number): Bigrams {
  const pairs = new Map<number, number>();
  for (let word = 0; word < words; word++) {
    for (let at = after.starts[word] ?? 0; at < (after.starts[word + 1] ?? 0); at++) {
      const pair = (classOf[word] ?? 0) * classes + (classOf[after.words[at] ?? 0] ?? 0);
      pairs.set(pair, (pairs.get(pair) ?? 0) + (after.counts[at] ?? 0));
    }
  }
  return bigramsOf(pairs, classes);
}

/**
 * Moves each word in turn to the class in which the pairs of classes tell most of each other, until the rounds are over.
 * The first words keep the first classes. Cost of a round: words x classes x classes beside a word.
 */
function exchange({ words, counts, after, before }: Bigrams, classes: number, rounds: number): Uint16Array {
  const classOf = Uint16Array.from({ length: words }, (_, word) =>
    word < classes ? word : fixedWords + ((word - fixedWords) % (classes - fixedWords)),
  );
  const table = new PairTable(
    classes,
    Math.max(
      ...counts,
      counts.reduce((sum, count) => sum + count, 0),
    ),
  );
  const right = new Beside(classes);
  const left = new Beside(classes);
  for (let word = 0; word < words; word++) {
    const own = classOf[word] ?? 0;
    table.sums[own] = (table.sums[own] ?? 0) + (counts[word] ?? 0);
    for (let at = after.starts[word] ?? 0; at < (after.starts[word + 1] ?? 0); at++) {
      const pair = own * classes + (classOf[after.words[at] ?? 0] ?? 0);
      table.pairs[pair] = (table.pairs[pair] ?? 0) + (after.counts[at] ?? 0);
    }
  }
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let word = fixedWords; word < words; word++) {
      const own = classOf[word] ?? 0;
      const moving = {
        count: counts[word] ?? 0,
        self: right.read(after, word, classOf),
        right,
        left,
      };
      left.read(before, word, classOf);
      table.change(own, moving, -1);
      const best = table.bestFor(moving, own);
      table.change(best, moving, 1);
      if (best !== own) moved++;
      classOf[word] = best;
    }
    if (moved === 0) break;
  }
  return classOf;
}

/** The classes that stand on one side of a word, and how often. */
class Beside {
  readonly classes: Uint16Array;
  /** By class. */
  readonly counts: Float64Array;
  length = 0;

  constructor(classes: number) {
    this.classes = new Uint16Array(classes);
    this.counts = new Float64Array(classes);
  }

  /** Answers with how often the word stands beside itself: that is of no class yet. */
  read({ starts, words, counts }: Neighbours, word: number, classOf: Uint16Array): number {
    for (let index = 0; index < this.length; index++) this.counts[this.classes[index] ?? 0] = 0;
    this.length = 0;
    let self = 0;
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++) {
      const other = words[at] ?? 0;
      const count = counts[at] ?? 0;
      if (other === word) {
        self = count;
        continue;
      }
      const beside = classOf[other] ?? 0;
      if (this.counts[beside] === 0) this.classes[this.length++] = beside;
      this.counts[beside] = (this.counts[beside] ?? 0) + count;
    }
    return self;
  }
}

/** A word on its way from one class to another. */
interface Moving {
  count: number;
  /** How often it follows itself. */
  self: number;
  right: Beside;
  left: Beside;
}

/** How often classes follow each other, and what they tell of each other. */
class PairTable {
  readonly pairs: Float64Array;
  readonly sums: Float64Array;
  readonly #classes: number;
  /** n log n. */
  readonly #told: Float64Array;

  constructor(classes: number, most: number) {
    this.#classes = classes;
    this.pairs = new Float64Array(classes * classes);
    this.sums = new Float64Array(classes);
    this.#told = Float64Array.from({ length: most + 1 }, (_, count) => (count === 0 ? 0 : count * Math.log(count)));
  }

  /** Puts a word into a class (`sign` 1) or takes it out (-1). */
  change(own: number, { count, self, right, left }: Moving, sign: 1 | -1): void {
    const add = (pair: number, number: number): void => {
      this.pairs[pair] = (this.pairs[pair] ?? 0) + sign * number;
    };
    for (let index = 0; index < right.length; index++) {
      const beside = right.classes[index] ?? 0;
      add(own * this.#classes + beside, right.counts[beside] ?? 0);
    }
    for (let index = 0; index < left.length; index++) {
      const beside = left.classes[index] ?? 0;
      add(beside * this.#classes + own, left.counts[beside] ?? 0);
    }
    add(own * this.#classes + own, self);
    this.sums[own] = (this.sums[own] ?? 0) + sign * count;
  }

  /** The class that gains most by the word; of equal ones its own, else the first. */
  bestFor(moving: Moving, own: number): number {
    let best = own;
    let most = this.#gain(own, moving);
    for (let each = fixedWords; each < this.#classes; each++) {
      const gain = this.#gain(each, moving);
      if (gain > most) {
        most = gain;
        best = each;
      }
    }
    return best;
  }

  #gain(own: number, { count, self, right, left }: Moving): number {
    const classes = this.#classes;
    const { pairs } = this;
    const told = this.#told;
    const row = own * classes;
    const sum = this.sums[own] ?? 0;
    let gain = 2 * ((told[sum] ?? 0) - (told[sum + count] ?? 0));
    for (let index = 0; index < right.length; index++) {
      const beside = right.classes[index] ?? 0;
      if (beside === own) continue;
      const now = pairs[row + beside] ?? 0;
      gain += (told[now + (right.counts[beside] ?? 0)] ?? 0) - (told[now] ?? 0);
    }
    for (let index = 0; index < left.length; index++) {
      const beside = left.classes[index] ?? 0;
      if (beside === own) continue;
      const now = pairs[beside * classes + own] ?? 0;
      gain += (told[now + (left.counts[beside] ?? 0)] ?? 0) - (told[now] ?? 0);
    }
    const now = pairs[row + own] ?? 0;
    const within = self + (right.counts[own] ?? 0) + (left.counts[own] ?? 0);
    return gain + (told[now + within] ?? 0) - (told[now] ?? 0);
  }
}
