// The tagger's model in memory and as a file.
//
// File, little-endian: magic "PMEN", version (1 byte), label count (1), two bytes of zero, CRC-32 of the rest (4),
// scale of the weights (float32), number of features, of weights' bytes and of known names (3 x uint32);
// transitions (labels x labels bytes); features: gaps between rising hashes (varints), one 3-byte mask of labels each,
// the weights under the masks (1 byte each); known names: gaps between rising hashes (varints), kinds (2 bytes each).
// A weight is a signed byte q for sign(q) * (q / 127)^2 * scale: small weights keep more steps than large ones.
import type { Gazetteer } from './gazetteer.ts';
import { labelCount } from './labels.ts';

/** The file is cut, changed, or of another version. */
export class DamagedModel extends Error {
  override name = 'DamagedModel';
}

export interface Model {
  /** Rising hashes of features. */
  features: Uint32Array;
  /** Quantised weights, feature x label. */
  weights: Int8Array;
  /** Label x label, quantised likewise. */
  transitions: Int8Array;
  /** What a weight of 127 stands for. */
  scale: number;
  /** Rising hashes of known names and their kinds. */
  names: Uint32Array;
  kinds: Uint16Array;
}

const magic = [0x50, 0x4d, 0x45, 0x4e];
const version = 1;
const headerBytes = 28;
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
  if (bytes[4] !== version || bytes[5] !== labelCount) throw new DamagedModel('a model of another version');
  if (view.getUint32(8, true) !== crc32(bytes.subarray(12))) throw new DamagedModel('checksum');
  const featureCount = view.getUint32(16, true);
  const weightBytes = view.getUint32(20, true);
  const nameCount = view.getUint32(24, true);
  // Every feature and name takes at least one byte: a lying count is known before memory is taken for it.
  if (featureCount + weightBytes + nameCount > bytes.length) throw new DamagedModel('counts');
  const reader = new Reader(bytes, headerBytes);
  const transitions = Int8Array.from(reader.take(labelCount * labelCount));
  const features = reader.risingNumbers(featureCount);
  const masks = reader.take(maskBytes * featureCount);
  const packed = reader.take(weightBytes);
  const weights = new Int8Array(featureCount * labelCount);
  let place = 0;
  for (let feature = 0; feature < featureCount; feature++) {
    const at = feature * maskBytes;
    const mask = (masks[at] ?? 0) | ((masks[at + 1] ?? 0) << 8) | ((masks[at + 2] ?? 0) << 16);
    for (let label = 0; label < labelCount; label++) {
      if ((mask >> label) & 1) weights[feature * labelCount + label] = packed[place++] ?? 0;
    }
  }
  const names = reader.risingNumbers(nameCount);
  const kindBytes = reader.take(2 * nameCount);
  const kinds = Uint16Array.from(
    names,
    (_, index) => (kindBytes[2 * index] ?? 0) | ((kindBytes[2 * index + 1] ?? 0) << 8),
  );
  if (place !== weightBytes || reader.place !== bytes.length) throw new DamagedModel('lengths');
  return { features, weights, transitions, scale: view.getFloat32(12, true), names, kinds };
}

export function writeModel(model: Model): Uint8Array<ArrayBuffer> {
  const body: number[] = [];
  const push = (values: Iterable<number>): void => {
    for (const value of values) body.push(value & 0xff);
  };
  push(model.transitions);
  pushRising(model.features, body);
  const packed: number[] = [];
  for (let feature = 0; feature < model.features.length; feature++) {
    let mask = 0;
    for (let label = 0; label < labelCount; label++) {
      const weight = model.weights[feature * labelCount + label] ?? 0;
      if (weight === 0) continue;
      mask |= 1 << label;
      packed.push(weight);
    }
    push([mask, mask >> 8, mask >> 16]);
  }
  push(packed);
  pushRising(model.names, body);
  for (const kinds of model.kinds) push([kinds, kinds >> 8]);
  const bytes = new Uint8Array(headerBytes + body.length);
  const view = new DataView(bytes.buffer);
  bytes.set([...magic, version, labelCount]);
  view.setFloat32(12, model.scale, true);
  view.setUint32(16, model.features.length, true);
  view.setUint32(20, packed.length, true);
  view.setUint32(24, model.names.length, true);
  bytes.set(body, headerBytes);
  view.setUint32(8, crc32(bytes.subarray(12)), true);
  return bytes;
}

/** The known names of a model. */
export function gazetteerOf({ names, kinds }: Pick<Model, 'names' | 'kinds'>): Gazetteer {
  const table = new HashTable(names);
  return { kindsOf: (phrase) => kinds[table.indexOf(phrase)] ?? 0 };
}

/** Hash -> its index in the list that the table was made of. Open addressing, at most half full. */
export class HashTable {
  readonly #keys: Uint32Array;
  readonly #indexes: Int32Array;
  readonly #mask: number;

  constructor(hashes: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size);
    this.#indexes = new Int32Array(size).fill(-1);
    hashes.forEach((hash, index) => {
      let slot = hash & this.#mask;
      while (this.#indexes[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = hash;
      this.#indexes[slot] = index;
    });
  }

  /** -1 for a hash that is not in the list. */
  indexOf(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const index = this.#indexes[slot] ?? -1;
      if (index === -1 || this.#keys[slot] === hash) return index;
      slot = (slot + 1) & this.#mask;
    }
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  place: number;

  constructor(bytes: Uint8Array, place: number) {
    this.#bytes = bytes;
    this.place = place;
  }

  take(length: number): Uint8Array {
    if (this.place + length > this.#bytes.length) throw new DamagedModel('cut short');
    this.place += length;
    return this.#bytes.subarray(this.place - length, this.place);
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
