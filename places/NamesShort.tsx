// Who is who, short: the heaviest names of the article. Pressed, a name is gone to and alone marked; again, all are.
import { Choices } from '../components/Choices.tsx';
import { useWords } from '../components/words.ts';
import { pageIn } from '../messages/callers.ts';
import { useNames } from './use-names.ts';
import type { Page } from './use-page.ts';

interface NamesShortProps {
  page: Page | undefined;
  /** Does a piece of work and tells when it fails. */
  attempt: (work: () => Promise<unknown>) => void;
  /** Looks at the page again. */
  refresh: () => void;
}

const listed = 6;

export function NamesShort({ page, attempt, refresh }: NamesShortProps) {
  const words = useWords();
  const names = useNames(page).slice(0, listed);
  const chosen = page?.shown?.filter.name;

  function choose(value: string | undefined): void {
    const { entity } = names.find(({ entity: { type, name } }) => `${type} ${name}` === value) ?? {};
    attempt(async () => {
      const to = pageIn(page?.tabId ?? -1);
      const name = entity && { name: entity.name, type: entity.type };
      await to.call('filterMarks', name === undefined ? {} : { name });
      if (name !== undefined) await to.call('showName', name, 0);
      refresh();
    });
  }

  return (
    <Choices
      label={words('whosWho')}
      hint={words('nameOnly')}
      choices={names.map(({ entity: { type, name }, count }) => ({ value: `${type} ${name}`, count, label: name }))}
      chosen={chosen && `${chosen.type} ${chosen.name}`}
      onChoose={choose}
    />
  );
}
