// Who is named in the sample: the way to the cards for those who have no pointer.
import { trusted } from '../../components/trusted.ts';
import { useWords } from '../../components/words.ts';
import type { Recognition } from '../../core/entities/mention.ts';

interface SampleNamesProps {
  recognition: Recognition | undefined;
  /** @param index of the entity's first mention */
  onOpen: (index: number) => void;
}

export function SampleNames({ recognition, onOpen }: SampleNamesProps) {
  const words = useWords();
  if (recognition === undefined) return <p class="quiet">{words('editorLoading')}</p>;
  return (
    <ul class="welcome-names">
      {recognition.entities.map(({ name, type }, entity) => (
        <li key={name}>
          <button
            type="button"
            lang="en"
            onClick={trusted(() => onOpen(recognition.mentions.findIndex((mention) => mention.entity === entity)))}
          >
            <span class={`entity-kind ${type.toLowerCase()}`}>{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
