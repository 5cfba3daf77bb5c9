// Tags, to be read.
import './TagField.css';
import { useWords } from './words.ts';

/** Nothing when there are none. */
export function TagList({ tags }: { tags: readonly string[] }) {
  const words = useWords();
  if (tags.length === 0) return null;
  return (
    <ul class="tag-list" aria-label={words('tagsLabel')}>
      {tags.map((tag) => (
        <li key={tag} class="tag" dir="auto">
          {tag}
        </li>
      ))}
    </ul>
  );
}
