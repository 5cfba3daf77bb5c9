// What the painting benchmark uses of React, whose types are a package of their own.
declare module 'react' {
  export interface ReactElement {
    type: unknown;
  }
  export function createElement(
    type: string,
    props: { key: string } | null,
    ...children: readonly (string | ReactElement)[]
  ): ReactElement;
}

declare module 'react-dom' {
  export function flushSync(work: () => void): void;
}

declare module 'react-dom/client' {
  import type { ReactElement } from 'react';

  export interface Root {
    render(element: ReactElement): void;
  }
  export function createRoot(container: Element): Root;
  export function hydrateRoot(container: Element, element: ReactElement): Root;
}
