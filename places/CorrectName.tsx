// What is wrong with a name, said in its row: for this article or always. A single mention is corrected on its card.
import { CorrectionForm } from '../components/CorrectionForm.tsx';
import type { Fix, Reach } from '../core/entities/corrections.ts';
import type { NamedHere } from '../core/entities/list-names.ts';
import { ownBackground } from '../messages/callers.ts';

interface CorrectNameProps {
  named: NamedHere;
  names: readonly NamedHere[];
  tabId: number;
  attempt: (work: () => Promise<unknown>) => void;
  /** It is learned; `id` takes it back. */
  onLearned: (id: string) => void;
}

const offered: readonly Reach[] = ['article', 'always'];

export function CorrectName({ named, names, tabId, attempt, onLearned }: CorrectNameProps) {
  const { name, type } = named.entity;

  function correct({ fix, reach, form }: { fix: Fix; reach: Reach; form: string }): void {
    const correction = { name, type, form, before: '', after: '', reach, fix };
    attempt(async () => onLearned(await ownBackground.call('correctName', tabId, correction)));
  }

  return (
    <CorrectionForm
      entity={named.entity}
      form={named.first.words}
      forms={named.forms.map(({ form }) => form)}
      others={names.filter((each) => each !== named).map(({ entity }) => entity)}
      offered={offered}
      onCorrect={correct}
    />
  );
}
