// What a file brings, or has brought: counts, and by line what is not taken or was put right.
import { type CountKey, countWords, useWords, type WordKey } from '../../components/words.ts';
import type { Mending, Refusal } from '../../notes/exchange/entries.ts';
import type { ImportFormat } from '../../notes/exchange/read-file.ts';
import type { Report, Told } from '../../notes/exchange/report.ts';

const formatNames: Readonly<Record<ImportFormat, WordKey>> = {
  backup: 'exchangeFromBackup',
  w3c: 'exchangeW3c',
  hypothesis: 'exchangeHypothesis',
  'web-clipper': 'exchangeFromWebClipper',
  marks: 'exchangeFromMarks',
  readwise: 'exchangeReadwise',
  csv: 'exchangeCsv',
};

const refusals: Readonly<Record<Refusal, WordKey>> = {
  'cut-off': 'exchangeRefusedCutOff',
  'too-long': 'exchangeRefusedTooLong',
  unreadable: 'exchangeRefusedUnreadable',
  unknown: 'exchangeRefusedUnknown',
  'no-page': 'exchangeRefusedNoPage',
  empty: 'exchangeRefusedEmpty',
  discarded: 'exchangeRefusedDiscarded',
};

const mendings: Readonly<Record<Mending, WordKey>> = {
  date: 'exchangeMendedDate',
  tags: 'exchangeMendedTags',
  'no-address': 'exchangeMendedNoAddress',
};

const counts = [
  ['added', 'exchangeAdded'],
  ['updated', 'exchangeUpdated'],
  ['returned', 'exchangeReturned'],
  ['doubles', 'exchangeDoubles'],
  ['articles', 'exchangeArticles'],
] as const satisfies readonly (readonly [keyof Report, CountKey])[];

interface ReportViewProps {
  report: Report;
  /** The file's. */
  name: string;
  heading: string;
  isDone?: boolean;
}

export function ReportView({ report, name, heading, isDone = false }: ReportViewProps) {
  const words = useWords();
  const { format, refused, mended } = report;
  const told = counts.filter(([field]) => report[field] > 0);
  const isNew = report.settings || told.some(([field]) => field !== 'doubles');
  return (
    <div class="exchange-report" role="status">
      <h3>
        {heading} <bdi>{name}</bdi>
      </h3>
      {format && <p class="quiet">{words(formatNames[format])}</p>}
      {refused.reasons.has('cut-off') && <p class="exchange-warning">{words('exchangeCutOff')}</p>}
      <ul class="exchange-counts">
        {told.map(([field, key]) => (
          <li key={field}>{countWords(words, key, report[field])}</li>
        ))}
        {report.settings && <li>{words('exchangeSettings')}</li>}
      </ul>
      {!isNew && <p>{words('exchangeNothing')}</p>}
      {!isDone && isNew && <p class="quiet">{words('exchangeNothingYet')}</p>}
      <Reasons
        title={countWords(words, 'exchangeRefused', refused.count)}
        list={refused}
        sentence={(reason) => words(refusals[reason])}
      />
      <Reasons
        title={countWords(words, 'exchangeMended', mended.count)}
        list={mended}
        sentence={(reason) => words(mendings[reason])}
      />
    </div>
  );
}

interface ReasonsProps<Reason> {
  title: string;
  list: { count: number; first: readonly Told<Reason>[] };
  sentence: (reason: Reason) => string;
}

function Reasons<Reason extends string>({ title, list, sentence }: ReasonsProps<Reason>) {
  const words = useWords();
  if (list.count === 0) return null;
  return (
    <details class="exchange-reasons" open={list.count <= 5}>
      <summary>{title}</summary>
      <ul>
        {list.first.map(({ line, entry, reason }) => (
          <li key={`${entry} ${reason}`}>
            {words('exchangePlace', String(line), String(entry))} {sentence(reason)}
          </li>
        ))}
        {list.count > list.first.length && <li>{countWords(words, 'exchangeMore', list.count - list.first.length)}</li>}
      </ul>
    </details>
  );
}
