// Takes the writes to `innerHTML` in Preact and Readability out of the bundles: the add-on linter warns of them, and
// without them no later mistake can turn text into markup of a page that runs.
// Fails the build unless it meets exactly the writes that it knows.
import type { Plugin } from 'vite';

interface Library {
  file: RegExp;
  writes: number;
  /** What stands in place of `target.innerHTML = value;`. */
  instead: (target: string, value: string) => string;
}

const libraries: readonly Library[] = [
  {
    // Ours never use dangerouslySetInnerHTML, which this write is for.
    file: /[\\/]node_modules[\\/]preact[\\/]dist[\\/]preact\.mjs(\?|$)/,
    writes: 1,
    instead: (target, value) => `${target}.textContent = ${value}`,
  },
  {
    // Markup of its own clone, put back: parsed apart, where no script runs and nothing loads.
    file: /[\\/]node_modules[\\/]@mozilla[\\/]readability[\\/]Readability\.js(\?|$)/,
    writes: 2,
    instead: (target, value) =>
      `${target}.replaceChildren(...new DOMParser().parseFromString(${value}, "text/html").body.childNodes)`,
  },
];

const write = /\b(\w+)\.innerHTML\s*=(?!=)\s*([\w.]+)/g;

export function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    transform(code, id) {
      const library = libraries.find((each) => each.file.test(id));
      if (library === undefined) return undefined;
      const found = [...code.matchAll(write)].length;
      if (found !== library.writes) {
        throw new Error(`Expected ${library.writes} innerHTML writes in ${id}, found ${found}: look at this version.`);
      }
      return { code: code.replace(write, (_, target, value) => library.instead(target, value)), map: null };
    },
  };
}
