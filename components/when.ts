// Points in time as a reader says them: the time of day today, else the day.

/** @param iso ISO 8601, as annotations keep it. Empty when it is no date. */
export function shortDate(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  if (date.toDateString() === now.toDateString()) {
    return new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit' }).format(date);
  }
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', ...year }).format(date);
}

/** The day with its year. Empty when it is no date. */
export function fullDate(iso: string | undefined): string {
  const date = new Date(iso ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(date);
}

/** The reader's own locale where it speaks the language of the page's words (British English, say); else that language. */
function locale(): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().locale;
  const { lang } = document.documentElement;
  return lang === '' || own.startsWith(lang) ? own : lang;
}
