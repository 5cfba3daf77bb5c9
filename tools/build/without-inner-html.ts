// Takes the writes to `innerHTML` in Preact and Readability out of the bundles: the add-on linter warns of them, and
// without them no later mistake can turn text into markup of a page that runs. So go the debug messages of Readability
// that write the whole article out as HTML, each time, for a log that is off.
// Fails the build unless it meets exactly what it knows.
import type { Plugin } from 'vite';

interface Library {
  file: RegExp;
  writes: number;
  /** Messages for a log. */
  messages: number;
  /** What stands in place of `target.innerHTML = value;`. */
  instead: (target: string, value: string) => string;
}

const libraries: readonly Library[] = [
  {
    // Ours never use dangerouslySetInnerHTML, which this write is for.
    file: /[\\/]node_modules[\\/]preact[\\/]dist[\\/]preact\.mjs(\?|$)/,
    writes: 1,
    messages: 0,
    instead: (target, value) => `${target}.textContent = ${value}`,
  },
  {
    // Markup of its own clone, put back: parsed apart, where no script runs and nothing loads.
    file: /[\\/]node_modules[\\/]@mozilla[\\/]readability[\\/]Readability\.js(\?|$)/,
    writes: 2,
    messages: 4,
    instead: (target, value) =>
      `${target}.replaceChildren(...new DOMParser().parseFromString(${value}, "text/html").body.childNodes)`,
  },
];

const message = /this\.log\(\s*"[^"]*" \+ \w+\.innerHTML\s*\);/g;
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
      const messages = [...code.matchAll(message)].length;
      if (messages !== library.messages) {
        throw new Error(`Expected ${library.messages} messages in ${id}, found ${messages}: look at this version.`);
      }
      const written = code.replace(write, (_, target, value) => library.instead(target, value));
      return { code: written.replace(message, ''), map: null };
    },
  };
}
