// Which of the page's text nodes belong to the article, as Mozilla's Readability sees it. It takes a copy of the page
// apart; what it keeps is found again in the live page by node, or by its words below the nearest numbered element
// where Readability has rebuilt the copy from its own HTML (its second try).
import { Readability } from '@mozilla/readability';
import { numberAttribute, type PageCopy, type TextRun } from './copy-page.ts';

/** So many texts with the same words are looked at, so that a page of nothing else costs little. */
const mostTwins = 500;

/** The live text nodes of the article; none when Readability finds none. Takes the copy apart; one uninterrupted task. */
export function extractText(copy: PageCopy): Set<Text> {
  const kept = new Set<TextRun>();
  const parsed = new Readability<Node>(copy.document, {
    serializer: (node) => node,
    disableJSONLD: true,
    keepClasses: true,
  }).parse();
  if (!parsed?.content) return new Set();
  let twins: ReadonlyMap<string, readonly TextRun[]> | undefined;
  const walker = copy.document.createTreeWalker(parsed.content, 4 /* SHOW_TEXT */);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    let run = copy.runOf.get(node);
    if (run === undefined) {
      twins ??= Map.groupBy(copy.runOf.values(), ({ words }) => words);
      run = lookAround(node, copy, twins, kept);
    }
    if (run !== undefined) kept.add(run);
  }
  return new Set([...kept].flatMap(({ nodes }) => nodes));
}

/** The run with the same words that was copied below the nearest numbered element, not yet taken. */
function lookAround(
  node: Node,
  copy: PageCopy,
  twins: ReadonlyMap<string, readonly TextRun[]>,
  taken: ReadonlySet<TextRun>,
): TextRun | undefined {
  const words = node.nodeValue ?? '';
  if (words.trim() === '') return undefined;
  const number = node.parentElement?.closest(`[${numberAttribute}]`)?.getAttribute(numberAttribute);
  if (number == null) return undefined;
  return twins
    .get(words)
    ?.slice(0, mostTwins)
    .find((run) => !taken.has(run) && isWithin(copy, run.box, Number(number)));
}

function isWithin({ boxes }: PageCopy, box: number, outer: number): boolean {
  let at = box;
  while (at > outer) at = boxes[at] ?? 0;
  return at === outer;
}
