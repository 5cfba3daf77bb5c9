import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelCount } from './labels.ts';
import { DamagedModel, dequantise, gazetteerOf, type Model, quantise, readModel, writeModel } from './model.ts';
import { packFacts, wordLexiconOf } from './word-classes.ts';

const model: Model = {
  caseless: true,
  features: Uint32Array.of(1, 200, 70_000, 0xffffffff),
  masks: Uint32Array.of(0b1, 0b1_0000_0000_0000_0101, 0b111, 0),
  weights: Int8Array.of(-128, 127, 1, -1, 90, -90, 3),
  transitions: Int8Array.from({ length: labelCount * labelCount }, (_, index) => (index % 255) - 127),
  scale: 2.5,
  names: Uint32Array.of(5, 90_000),
  kinds: Uint16Array.of(1, 1025),
  words: Uint32Array.of(7, 8, 4_000_000_000),
  facts: Uint16Array.of(packFacts(2, 1), packFacts(511, 6), 0),
  codes: Uint32Array.of(0xfedcba98, 0x1, 0),
  coarse: Uint8Array.of(0, 1, 40),
};

test('a model is read as it was written', () => {
  expect(readModel(writeModel(model))).toEqual(model);
});

test('a model whose words have no codes is read as it was written', () => {
  const plain = { ...model, codes: new Uint32Array() };
  expect(readModel(writeModel(plain))).toEqual(plain);
});

test('the file is the same for the same model, byte for byte', () => {
  expect(writeModel(model)).toEqual(writeModel({ ...model }));
});

test('a file cut anywhere is damaged', () => {
  const bytes = writeModel(model);
  for (let length = 0; length < bytes.length; length++) {
    expect(() => readModel(bytes.subarray(0, length))).toThrow(DamagedModel);
  }
});

test('a file with a changed byte is damaged', () => {
  const bytes = writeModel(model);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      // The byte that says what the tagger is for, and the unused one, are not part of the promise.
      fc.pre(at !== 6 && at !== 7);
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ change;
      expect(() => readModel(changed)).toThrow(DamagedModel);
    }),
  );
});

test('any other bytes are no model', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => readModel(bytes)).toThrow(DamagedModel);
    }),
  );
});

test('small weights keep finer steps than large ones', () => {
  const values = dequantise(2);
  const back = (weight: number): number => values[quantise(weight, 2) & 0xff] ?? 0;
  expect(back(2)).toBe(2);
  expect(back(-2)).toBe(-2);
  expect(back(0)).toBe(0);
  expect(Math.abs(back(0.02) - 0.02)).toBeLessThan(0.002);
  expect(Math.abs(back(-1.5) + 1.5)).toBeLessThan(0.02);
});

test('known names are found by their hash alone', () => {
  const gazetteer = gazetteerOf(model);
  expect(gazetteer.kindsOf(90_000)).toBe(1025);
  expect(gazetteer.kindsOf(90_001)).toBe(0);
});

test('the facts of a word are found by its hash, and an unknown word has none', () => {
  const words = wordLexiconOf(model);
  expect(words.factsOf(7)).toEqual({ fine: 2, coarse: 40, codes: 0xfedcba98, habit: 1 });
  expect(words.factsOf(9)).toEqual({ fine: 0, coarse: 0, codes: undefined, habit: 0 });
});
