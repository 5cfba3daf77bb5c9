// Looking into JSON of unknown make: what is not as expected is simply not there.

export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own value; never one that all objects have. */
export function fieldOf(object: unknown, key: string): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A list as it is, one thing as a list of it, nothing as an empty one: JSON-LD writes it as it likes. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The first of the values that is a text with something in it. */
export function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value) => typeof value === 'string' && value.trim() !== '') as string | undefined;
}
