// What the benchmark uses of a library that has no types of its own.
declare module 'dom-anchor-text-quote' {
  interface Quote {
    exact: string;
    prefix?: string;
    suffix?: string;
  }
  export function fromRange(root: Node, range: Range): Quote;
  /** Null or an exception when the quote is not found. */
  export function toRange(root: Node, quote: Quote): Range | null;
}
