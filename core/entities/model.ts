// The tagger's model in memory and as a file.
//
// File, little-endian: magic "PMEN", version (1 byte), label count (1), 1 for a tagger of texts without capitals (1), a zero byte, CRC-32 of the rest (4),
// scale of the weights (float32), number of features, of weights' bytes, of known names, of words, of classes of
// words and of codes (6 x uint32);
// transitions (labels x labels bytes); features: gaps between rising hashes (varints), one 3-byte mask of labels each,
// the weights under the masks (1 byte each); known names: gaps between rising hashes (varints), kinds (2 bytes each);
// words: gaps between rising hashes (varints), facts (2 bytes each), the codes of those with a class or none at all (4 bytes
// each); the wider class of each class (1 byte).
// A weight is a signed byte q for sign(q) * (q / 127)^2 * scale: small weights keep more steps than large ones.
import type { Gazetteer } from './gazetteer.ts';
import { HashTable } from './hash-table.ts';
import { labelCount } from './labels.ts';
import { hasClass, type WordLists } from './word-classes.ts';

/** The file is cut, changed, or of another version. */
export class DamagedModel extends Error {
  override name = 'DamagedModel';
}

export interface Model extends WordLists {
  /** Rising hashes of features. */
  features: Uint32Array;
  /** Of each feature: for which labels it has a weight, a bit each. */
  masks: Uint32Array;
  /** Those weights, quantised, one after the other. */
  weights: Int8Array;
  /** Label x label, quantised likewise. */
  transitions: Int8Array;
  /** Made for texts whose capitals tell nothing. */
  caseless: boolean;
  /** What a weight of 127 stands for. */
  scale: number;
  /** Rising hashes of known names and their kinds. */
  names: Uint32Array;
  kinds: Uint16Array;
}

const magic = [0x50, 0x4d, 0x45, 0x4e];
const version = 3;
const headerBytes = 40;
const maskBytes = 3;

/** What each of the 256 bytes of a weight stands for, by unsigned byte. */
export function dequantise(scale: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => {
    const value = byte < 128 ? byte : byte - 256;
    return Math.sign(value) * (value / 127) ** 2 * scale;
  });
}

/** The byte that stands nearest to a weight. */
export function quantise(weight: number, scale: number): number {
  return Math.sign(weight) * Math.min(127, Math.round(Math.sqrt(Math.abs(weight) / scale) * 127));
}

/** @throws DamagedModel */
export function readModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerBytes || magic.some((byte, index) => bytes[index] !== byte))
    throw new DamagedModel('no model');
  if (bytes[4] !== version || bytes[5] !== labelCount || (bytes[6] ?? 0) > 1)
    throw new DamagedModel('a model of another version');
  if (view.getUint32(8, true) !== crc32(bytes.subarray(12))) throw new DamagedModel('checksum');
  const featureCount = view.getUint32(16, true);
  const weightBytes = view.getUint32(20, true);
  const nameCount = view.getUint32(24, true);
  const wordCount = view.getUint32(28, true);
  const classCount = view.getUint32(32, true);
  const codeCount = view.getUint32(36, true);
  // Every feature and name takes at least one byte: a lying count is known before memory is taken for it.
  if (featureCount + weightBytes + nameCount + wordCount + classCount + codeCount > bytes.length)
    throw new DamagedModel('counts');
  const reader = new Reader(bytes, headerBytes);
  const transitions = Int8Array.from(reader.take(labelCount * labelCount));
  const features = reader.risingNumbers(featureCount);
  const masks = reader.masks(featureCount);
  const weights = Int8Array.from(reader.take(weightBytes));
  const names = reader.risingNumbers(nameCount);
  const kinds = reader.shorts(nameCount);
  const words = reader.risingNumbers(wordCount);
  const facts = reader.shorts(wordCount);
  const codes = codeCount === 0 ? new Uint32Array() : reader.codes(facts);
  const coarse = reader.take(classCount);
  if (reader.weights !== weightBytes || reader.place !== bytes.length) throw new DamagedModel('lengths');
  return {
    caseless: bytes[6] === 1,
    features,
    masks,
    weights,
    transitions,
    scale: view.getFloat32(12, true),
    names,
    kinds,
    words,
    facts,
    codes,
    coarse,
  };
}

export function writeModel(model: Model): Uint8Array<ArrayBuffer> {
  const body: number[] = [];
  const push = (values: Iterable<number>): void => {
    for (const value of values) body.push(value & 0xff);
  };
  push(model.transitions);
  pushRising(model.features, body);
  for (const mask of model.masks) push([mask, mask >> 8, mask >> 16]);
  push(model.weights);
  pushRising(model.names, body);
  for (const kinds of model.kinds) push([kinds, kinds >> 8]);
  pushRising(model.words, body);
  for (const facts of model.facts) push([facts, facts >> 8]);
  const codes = model.codes.filter((_, index) => hasClass(model.facts[index] ?? 0));
  for (const each of codes) push([each, each >> 8, each >> 16, each >> 24]);
  push(model.coarse);
  const bytes = new Uint8Array(headerBytes + body.length);
  const view = new DataView(bytes.buffer);
  bytes.set([...magic, version, labelCount, model.caseless ? 1 : 0]);
  view.setFloat32(12, model.scale, true);
  view.setUint32(16, model.features.length, true);
  view.setUint32(20, model.weights.length, true);
  view.setUint32(24, model.names.length, true);
  view.setUint32(28, model.words.length, true);
  view.setUint32(32, model.coarse.length, true);
  view.setUint32(36, codes.length, true);
  bytes.set(body, headerBytes);
  view.setUint32(8, crc32(bytes.subarray(12)), true);
  return bytes;
}

/** The known names of a model. */
export function gazetteerOf({ names, kinds }: Pick<Model, 'names' | 'kinds'>): Gazetteer {
  const table = new HashTable(names);
  return { kindsOf: (phrase) => kinds[table.indexOf(phrase)] ?? 0 };
}

class Reader {
  readonly #bytes: Uint8Array;
  place: number;
  /** How many weights the masks read so far call for. */
  weights = 0;

  constructor(bytes: Uint8Array, place: number) {
    this.#bytes = bytes;
    this.place = place;
  }

  take(length: number): Uint8Array {
    if (this.place + length > this.#bytes.length) throw new DamagedModel('cut short');
    this.place += length;
    return this.#bytes.subarray(this.place - length, this.place);
  }

  masks(count: number): Uint32Array {
    const bytes = this.take(maskBytes * count);
    const masks = new Uint32Array(count);
    for (let index = 0, at = 0; index < count; index++, at += maskBytes) {
      const mask = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
      if (mask >> labelCount !== 0) throw new DamagedModel('labels');
      masks[index] = mask;
      for (let rest = mask; rest !== 0; rest &= rest - 1) this.weights++;
    }
    return masks;
  }

  shorts(count: number): Uint16Array {
    const bytes = this.take(2 * count);
    return Uint16Array.from({ length: count }, (_, at) => (bytes[2 * at] ?? 0) | ((bytes[2 * at + 1] ?? 0) << 8));
  }

  /** Codes of words, given their facts. */
  codes(facts: Uint16Array): Uint32Array {
    return Uint32Array.from(facts, (each) => {
      if (!hasClass(each)) return 0;
      const [one = 0, two = 0, three = 0, four = 0] = this.take(4);
      return one | (two << 8) | (three << 16) | (four << 24);
    });
  }

  risingNumbers(count: number): Uint32Array {
    const numbers = new Uint32Array(count);
    let value = 0;
    for (let index = 0; index < count; index++) {
      value += this.#varint();
      if (value > 0xffffffff) throw new DamagedModel('numbers');
      numbers[index] = value;
    }
    return numbers;
  }

  #varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
      const byte = this.#bytes[this.place++];
      if (byte === undefined) throw new DamagedModel('cut short');
      value += (byte & 0x7f) * factor;
      if (byte < 128) return value;
    }
    throw new DamagedModel('numbers');
  }
}

function pushRising(numbers: Uint32Array, body: number[]): void {
  let before = 0;
  for (const number of numbers) {
    let gap = number - before;
    before = number;
    for (; gap >= 128; gap = Math.floor(gap / 128)) body.push((gap % 128) | 0x80);
    body.push(gap);
  }
}

let crcTable: Uint32Array | undefined;

/** CRC-32 as in zip files (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    return value;
  });
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  }
  return ~crc >>> 0;
}
