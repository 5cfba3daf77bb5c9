// Leaves Readability's own test for articles out of the annotator: its package takes it along, and the spotter has
// decided by then.
import type { Plugin } from 'vite';

const nothing = '\0without-readerable';

export function withoutReaderable(): Plugin {
  return {
    name: 'without-readerable',
    enforce: 'pre',
    resolveId(source, importer) {
      const isReaderable = source === './Readability-readerable' && importer?.includes('@mozilla');
      return isReaderable ? nothing : undefined;
    },
    load: (id) => (id === nothing ? 'export default undefined;' : undefined),
  };
}
