// Groups of points that lie near each other (k-means, Lloyd 1982), the same on every run.
import { seededRandom, shuffle } from './random.ts';

export interface Points {
  count: number;
  dimensions: number;
  /** Point after point. */
  values: Float32Array;
}

export interface Groups {
  /** Of each point, the number of its group. */
  groupOf: Uint16Array;
  centres: Points;
}

/** Parts the points in `groups` groups. An empty group starts anew at a point drawn at random. */
export function kMeans(points: Points, groups: number, rounds: number, seed: number): Groups {
  const random = seededRandom(seed);
  const { dimensions } = points;
  const order = Array.from({ length: points.count }, (_, index) => index);
  shuffle(order, random);
  const centres: Points = { count: groups, dimensions, values: new Float32Array(groups * dimensions) };
  const drawn = order.slice(0, groups);
  drawn.forEach((point, group) => {
    centres.values.set(pointOf(points, point), group * dimensions);
  });
  const groupOf = new Uint16Array(points.count);
  for (let round = 0; round < rounds; round++) {
    assign(points, centres, groupOf);
    if (round < rounds - 1) moveCentres(points, centres, groupOf, random);
  }
  return { groupOf, centres };
}

function pointOf({ values, dimensions }: Points, index: number): Float32Array {
  return values.subarray(index * dimensions, (index + 1) * dimensions);
}

/** Gives each point the nearest centre: the one with the least |c|²/2 - p·c. */
function assign(points: Points, centres: Points, groupOf: Uint16Array): void {
  const halfSquares = Float64Array.from({ length: centres.count }, (_, group) => {
    return pointOf(centres, group).reduce((sum, value) => sum + value * value, 0) / 2;
  });
  for (let index = 0; index < points.count; index++) {
    const point = pointOf(points, index);
    let least = Number.POSITIVE_INFINITY;
    for (let group = 0, at = 0; group < centres.count; group++) {
      let distance = halfSquares[group] ?? 0;
      for (const value of point) distance -= value * (centres.values[at++] ?? 0);
      if (distance >= least) continue;
      least = distance;
      groupOf[index] = group;
    }
  }
}

function moveCentres(points: Points, centres: Points, groupOf: Uint16Array, random: () => number): void {
  const { dimensions } = points;
  const sums = new Float64Array(centres.values.length);
  const sizes = new Uint32Array(centres.count);
  groupOf.forEach((group, index) => {
    sizes[group] = (sizes[group] ?? 0) + 1;
    pointOf(points, index).forEach((value, at) => {
      const place = group * dimensions + at;
      sums[place] = (sums[place] ?? 0) + value;
    });
  });
  sizes.forEach((size, group) => {
    const fresh = pointOf(points, Math.floor(random() * points.count));
    const mean = sums.subarray(group * dimensions, (group + 1) * dimensions).map((sum) => sum / size);
    centres.values.set(size === 0 ? fresh : mean, group * dimensions);
  });
}
