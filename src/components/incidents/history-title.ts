import type { HistoryPage } from '../../domain/history/history-pages.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

export function historyTitle(
  { year, month, part }: HistoryPage,
  { history }: Strings,
  format: Format,
): string {
  const title = month ? history.ofMonth(format.month(month)) : history.ofYear(year);
  return part > 1 ? history.ofPart(title, part) : title;
}
