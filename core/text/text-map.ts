// One string <-> the live text nodes that it was read from. The page's text (for anchoring) and the article's text
// (for recognising names) are both such maps; offsets are UTF-16 units into `text`, ends exclusive.
import { isBeforePoint } from './tree-order.ts';

/** A stretch of one text node, `length` units from `nodeStart`, that stands at `start` in the map's text. */
export interface Piece {
  node: Text;
  nodeStart: number;
  start: number;
  length: number;
}

export interface TextMap {
  readonly text: string;
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
  /**
   * The live range of a stretch of text; undefined when it is empty, holds only breaks, when its nodes have gone or
   * been cut, or when its ends lie in two different shadow trees (no range can hold both).
   */
  rangeAt(start: number, end: number): Range | undefined;
  /**
   * The offset of a point in the document; undefined when the point lies outside of the map's nodes.
   * `node` may be an element: then the next text inside or after the point counts.
   */
  offsetAt(node: Node, offset: number): number | undefined;
}

/** Collects text nodes and the breaks between them (block borders, <br>) into a map. */
export class TextMapBuilder {
  #parts: string[] = [];
  #pieces: Piece[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Appends a stretch of a text node, the whole of it unless told. */
  addNode(node: Text, from = 0, to = node.data.length): void {
    if (to <= from) return;
    this.#pieces.push({ node, nodeStart: from, start: this.#length, length: to - from });
    this.#push(node.data.slice(from, to));
  }

  /** Appends text that stands in no node, such as the line break between two blocks. */
  addBreak(text: string): void {
    this.#push(text);
  }

  build(): TextMap {
    return new PiecewiseTextMap(this.#parts.join(''), this.#pieces);
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

class PiecewiseTextMap implements TextMap {
  readonly text: string;
  readonly pieces: readonly Piece[];
  #pieceOfNode: Map<Node, Piece[]> | undefined;

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.pieces = pieces;
  }

  rangeAt(start: number, end: number): Range | undefined {
    const first = this.pieces[this.#firstEndingAfter(start)];
    let lastIndex = this.#firstEndingAfter(end - 1);
    let last = this.pieces[lastIndex];
    // An end inside a break belongs to the text before it.
    if (last === undefined || last.start >= end) last = this.pieces[--lastIndex];
    if (first === undefined || last === undefined || last.start < first.start || end <= start) return undefined;
    const from = first.nodeStart + Math.max(0, start - first.start);
    const to = last.nodeStart + Math.min(last.length, end - last.start);
    if (first === last && from >= to) return undefined;
    if (from > first.node.data.length || to > last.node.data.length) return undefined;
    if (!first.node.isConnected || !last.node.isConnected) return undefined;
    if (first.node.getRootNode() !== last.node.getRootNode()) return undefined;
    const range = first.node.ownerDocument.createRange();
    range.setStart(first.node, from);
    range.setEnd(last.node, to);
    return range;
  }

  offsetAt(node: Node, offset: number): number | undefined {
    if (node.nodeType === node.TEXT_NODE) {
      const pieces = this.#piecesByNode().get(node);
      if (pieces === undefined) return undefined;
      const piece = pieces.find((each) => offset <= each.nodeStart + each.length) ?? pieces[pieces.length - 1];
      if (piece === undefined) return undefined;
      return piece.start + Math.min(Math.max(0, offset - piece.nodeStart), piece.length);
    }
    return this.#offsetOfPoint(node, offset);
  }

  /** The first piece at or after a point between two children; pieces stand in document order, so halving finds it. */
  #offsetOfPoint(container: Node, offset: number): number | undefined {
    if (!container.isConnected) return undefined;
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // Pieces whose node has left the page have no place to compare: the next one that is still there decides.
      let probe = middle;
      while (probe < high && this.pieces[probe]?.node.isConnected !== true) probe++;
      const piece = probe < high ? this.pieces[probe] : undefined;
      if (piece !== undefined && isBeforePoint(piece.node, container, offset)) low = probe + 1;
      else high = middle;
    }
    while (low < this.pieces.length && this.pieces[low]?.node.isConnected !== true) low++;
    const next = this.pieces[low];
    if (next !== undefined) return next.start;
    const last = this.pieces[this.pieces.length - 1];
    return last === undefined ? undefined : last.start + last.length;
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.pieces[middle];
      if (piece !== undefined && piece.start + piece.length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #piecesByNode(): Map<Node, Piece[]> {
    if (this.#pieceOfNode === undefined) {
      this.#pieceOfNode = new Map();
      for (const piece of this.pieces) {
        const known = this.#pieceOfNode.get(piece.node);
        if (known === undefined) this.#pieceOfNode.set(piece.node, [piece]);
        else known.push(piece);
      }
    }
    return this.#pieceOfNode;
  }
}
