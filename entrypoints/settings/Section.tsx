// One section: a heading that links can lead to, what it is about, and what can be set.
import type { ComponentChildren } from 'preact';

interface SectionFrameProps {
  id: string;
  title: string;
  hint?: string;
  children: ComponentChildren;
}

export function Section({ id, title, hint, children }: SectionFrameProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} class="settings-section">
      <h2 id={`${id}-title`}>{title}</h2>
      {hint && <p class="quiet">{hint}</p>}
      {children}
    </section>
  );
}
