import { eachRow, fieldOf, openList } from "../list/list.ts";
import { BadList } from "../list/bad-list.ts";
import {
  coveredSpan,
  readCovered,
} from "../../../../src/domain/credits/money/customer.ts";
import { isEmpty } from "../../../../src/domain/time.ts";
import type { CoveredSpan } from "./rates.ts";

const names = {
  covered_from: ["covered_from", "from", "start"],
  covered_to: ["covered_to", "to", "end", "covered_until", "until"],
};

/** Reads the spans of covered time that occur among customers, each once. @throws BadList */
export async function readSpans(path: string): Promise<CoveredSpan[]> {
  const list = openList(path, {
    names,
    needed: ["covered_from", "covered_to"],
    map: new Map(),
    otherwise: (column) =>
      `${column} as the heading of the column that is meant`,
  });
  const { place } = list.columns;
  const spans = new Map<string, CoveredSpan>();
  await eachRow(list, (fields, row) => {
    const from = fieldOf(fields, place.covered_from).trim();
    const to = fieldOf(fields, place.covered_to).trim();
    const read = readCovered(from, to);
    if ("review" in read || isEmpty(coveredSpan(read.value, "UTC")))
      throw new BadList(
        `${list.file}, row ${row}: this is no span of time. Expected: days such as 2026-01-31, or moments such as 2026-01-31T12:00:00Z, the first before the second; empty is open. Nothing was written.`,
      );
    spans.set(`${from} ${to}`, { covered_from: from, covered_to: to });
  });
  return [...spans.values()];
}
