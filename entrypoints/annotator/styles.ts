// How our own elements in the page look. They stand in a shadow root: the page's rules do not reach them, and what
// would be inherited is set back.

export const styles = `
:host {
  all: initial !important;
  --surface: light-dark(#ffffff, #1f2124); --hover: light-dark(#ebebe6, #34373c); --line: light-dark(#dcdcd6, #3c3f44);
  --text: light-dark(#1c1c1a, #ecece8); --text-quiet: light-dark(#5b5b56, #abaca8); --accent: light-dark(#1d5bb8, #8fb8f6);
  --shadow: 0 0 0 1px light-dark(rgb(0 0 0 / 8%), rgb(255 255 255 / 14%)),
    0 1px 2px rgb(0 0 0 / 12%), 0 4px 16px light-dark(rgb(0 0 0 / 18%), rgb(0 0 0 / 50%));
  --yellow: light-dark(#e8b90c, #e5c04a); --green: light-dark(#4ba85b, #6cc07b); --blue: light-dark(#4a90e2, #6ea8ec);
  --pink: light-dark(#e0609f, #ea83b6); --purple: light-dark(#9a6fe0, #b191ec);
  --motion: 120ms;
}
@media (prefers-reduced-motion: reduce) { :host { --motion: 0ms; } }

.toolbar, .bar, .card {
  position: fixed; z-index: 2147483647; box-sizing: border-box;
  border-radius: 8px; background: var(--surface); color: var(--text); box-shadow: var(--shadow);
  font: 13px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
}
/* Selected text would be handed to the page, in Firefox with the elements that it stands in. */
.toolbar, .bar { animation: appear var(--motion) ease-out; user-select: none; -webkit-user-select: none; }
@keyframes appear { from { opacity: 0; } }

.toolbar {
  left: 0; top: 0; height: 36px; padding: 2px 4px; border-radius: 18px;
  display: flex; align-items: center;
}
.bar {
  left: 16px; right: 16px; bottom: 16px; margin-inline: auto; width: fit-content; max-width: 560px;
  padding: 8px 8px 8px 16px; display: flex; align-items: center; gap: 8px;
}
.bar span { flex: 1; }
.card { width: 320px; max-width: calc(100vw - 16px); overflow: hidden; }
/* Not hidden: browsers do not lay out what is in a hidden frame, and it would never tell its height. */
.card { transition: opacity var(--motion) ease-out; }
.card.waiting { opacity: 0; pointer-events: none; }
.card iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: inherit; }

button {
  all: unset; box-sizing: border-box; height: 32px; min-width: 32px; display: inline-flex; align-items: center;
  justify-content: center; border-radius: 16px; cursor: pointer; white-space: nowrap;
}
button:hover { background: var(--hover); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
button.word { padding: 0 12px; font-weight: 600; color: var(--accent); }
.swatch::before {
  content: ''; width: 18px; height: 18px; border-radius: 50%; background: var(--colour);
  box-shadow: inset 0 0 0 1px rgb(0 0 0 / 18%);
}
.swatch:hover::before, .swatch:focus-visible::before { width: 22px; height: 22px; }
.parting { width: 1px; height: 20px; margin: 0 4px; background: var(--line); }
.toolbar:not(.folded) .unfold, .folded > :not(.unfold) { display: none; }
.folded { padding: 0; height: 32px; }
.toolbar .word { color: var(--text); }
button.peek {
  animation: appear var(--motion) ease-out; user-select: none; -webkit-user-select: none;
  position: fixed; left: 0; top: 0; z-index: 2147483647; width: 28px; min-width: 28px; height: 28px; border-radius: 14px;
  background: var(--surface); color: var(--accent); box-shadow: var(--shadow);
}
button.peek:hover { background: var(--hover); }
svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.word svg { margin-inline-end: 6px; }
@media (forced-colors: active) {
  .toolbar, .bar, .card, button.peek { border: 1px solid CanvasText; }
  .swatch::before { forced-color-adjust: none; }
}
`;
