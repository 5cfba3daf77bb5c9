// The half of the contrast benchmark that runs in the page: what the article's words look like, and would look like
// under each colour of a highlight.
import { type Colour, colours } from '../../core/annotation.ts';
import { readArticle } from '../../core/article/read-article.ts';
import { contrast, over, type Rgb, wordsOn } from '../../core/painting/contrast.ts';
import { isOnOddGround, pageScheme } from '../../core/painting/page-scheme.ts';
import { grounds, type Scheme } from '../../core/painting/palette.ts';

export interface Measured {
  scheme: Scheme;
  /** Stretches of text that read at 4.5 on the plain page, and those that do not. */
  readable: number;
  faint: number;
  /** Of the readable ones, how many no longer read under a colour, and the least contrast there. */
  lost: Record<Colour, number>;
  least: number;
  /** The worst of them: the words' colour, their ground, the highlight, and how they begin. */
  worst: string;
}

/** Undefined where no article is found. Text over a picture is passed over: nobody knows its ground. */
export async function measureContrast(): Promise<Measured | undefined> {
  const article = await readArticle(document, new AbortController().signal);
  const pieces = article?.text.pieces ?? [];
  const middle = pieces[pieces.length >> 1]?.node.parentElement;
  if (middle === undefined || middle === null) return undefined;
  const scheme = pageScheme(middle);
  const lost = { yellow: 0, green: 0, blue: 0, pink: 0, purple: 0 };
  const measured: Measured = { scheme, readable: 0, faint: 0, lost, least: Number.POSITIVE_INFINITY, worst: '' };
  for (const { node } of pieces) {
    const element = node.parentElement;
    const ground = element === null ? undefined : groundOf(element);
    if (element === null || ground === undefined) continue;
    const [red, green, blue, alpha] = rgbaOf(getComputedStyle(element).color);
    const words = over([red, green, blue, alpha], ground);
    if (contrast(words, ground) < 4.5) {
      measured.faint++;
      continue;
    }
    measured.readable++;
    const odd = isOnOddGround(element, scheme);
    for (const colour of colours) {
      const under = odd
        ? contrast([0, 0, 0], over(grounds.light[colour], [255, 255, 255]))
        : contrast(wordsOn(scheme, words), over(grounds[scheme][colour], ground));
      if (under < 4.5) lost[colour]++;
      if (under >= measured.least) continue;
      measured.least = under;
      measured.worst = `${words.map(Math.round)} on ${ground.map(Math.round)}, ${colour}: ${node.data.trim().slice(0, 40)}`;
    }
  }
  return measured;
}

/** What is behind an element's words; undefined when it is a picture. */
function groundOf(element: Element): Rgb | undefined {
  const layers: (readonly [number, number, number, number])[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    const style = getComputedStyle(each);
    if (style.backgroundImage !== 'none') return undefined;
    const layer = rgbaOf(style.backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  const canvas: Rgb =
    matchMedia('(prefers-color-scheme: dark)').matches && isDarkCanvas() ? [18, 18, 18] : [255, 255, 255];
  return layers.reverse().reduce<Rgb>((ground, layer) => over(layer, ground), canvas);
}

function isDarkCanvas(): boolean {
  return getComputedStyle(document.documentElement).colorScheme.includes('dark');
}

/** A computed colour in any notation, as the browser draws it. */
function rgbaOf(colour: string): readonly [number, number, number, number] {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser draws nothing');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
