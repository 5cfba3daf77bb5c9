// All stories, in the order in which the gallery shows them.
import { controls } from './controls.tsx';
import { names } from './names.tsx';
import { notes } from './notes.tsx';
import type { Story } from './story.ts';
import { telling } from './telling.tsx';

export const stories: readonly Story[] = [...controls, ...notes, ...names, ...telling];
