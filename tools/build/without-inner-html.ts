// Takes Preact's write to `innerHTML` out of the bundles: the add-on linter warns of it, and without it no later mistake
// can turn text into markup of a page that runs. Ours never use dangerouslySetInnerHTML, which it is for.
// Fails the build unless it meets exactly what it knows.
import type { Plugin } from 'vite';

const preact = /[\\/]node_modules[\\/]preact[\\/]dist[\\/]preact\.mjs(\?|$)/;
const write = /\b(\w+)\.innerHTML\s*=(?!=)\s*([\w.]+)/g;

export function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    transform(code, id) {
      if (!preact.test(id)) return undefined;
      const found = [...code.matchAll(write)].length;
      if (found !== 1) throw new Error(`Expected one innerHTML write in ${id}, found ${found}: look at this version.`);
      return { code: code.replace(write, '$1.textContent = $2'), map: null };
    },
  };
}
