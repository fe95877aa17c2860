import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { PolicyInPeriod } from '../../../../src/domain/credits/downtime/policy-in-period.ts';
import { instantText } from '../../../../src/domain/time.ts';
import type { ReportHead } from '../assess/reported-row.ts';
import { letterForms } from '../letter/letters.ts';
import { emptyLedger } from '../ledger/ledger.ts';
import { requireUnchanged } from '../ledger/ledger-file.ts';
import { type Grants, grantLines, grants } from '../report/grants.ts';
import { sealOf } from '../report/sealing.ts';
import { summaryPage } from '../report/summary-page.ts';
import {
  type Beside,
  exportFileName,
  grantsFileName,
  letterFileName,
  reportFileName,
  sealFileName,
  summaryFileName,
} from '../report/write-report.ts';
import { type Seal, earlierSeal, rerunLines } from '../seal/seal.ts';
import { isInvoice } from './credit-options.ts';
import type { CreditRun } from './credit-run.ts';

/** What is written beside the report, and what there is to say of it afterwards. */
export interface Accompanied extends Beside {
  /** What became another than in the run before, and what is to be granted; a line each. */
  told: () => string[];
}

type Open = Parameters<Beside['forms']>[0];

/** What is to be granted, in its own file, in the ledger, and in the exports. */
function openGrants(
  { record, head, place, charges, claims, ledger, inputs, exported, letters }: CreditRun,
  open: Open,
  now: number,
): Grants {
  const invoiceAt = head.kept.findIndex(isInvoice);
  return grants(
    {
      ledger: ledger?.kept ?? emptyLedger(),
      charges,
      run: {
        site: { name: record.site.name, url: record.site.url },
        recorded: instantText(now),
        asked: head.period,
        only: head.only ?? null,
        inputs,
      },
      openClaims: claims.file === undefined,
      invoiceAt: invoiceAt === -1 ? undefined : invoiceAt,
      tax: exported.tax,
      letters: letters !== undefined,
    },
    head,
    {
      grants: open(join(place.folder, grantsFileName(head))).write,
      ledger: ledger?.isRecorded
        ? open(ledger.path, ledger.kept.bytes ? ledger.path : undefined)
        : undefined,
      exports: exported.formats.map((format) => ({
        format,
        write: open(join(place.folder, exportFileName(head, format))).write,
      })),
    },
  );
}

const openLetters = (
  { record, head, place, letters }: CreditRun,
  open: Open,
  withheld: Grants['withheld'],
) =>
  letterForms({ record, own: letters?.own, withheld }, head, {
    json: open(join(place.folder, letterFileName(head, 'jsonl'))).write,
    html: open(join(place.folder, letterFileName(head, 'html'))).write,
  });

const earlierSealOf = (head: ReportHead, { folder, formats }: CreditRun['place']) =>
  earlierSeal(
    join(folder, sealFileName(head)),
    formats.map((format) => join(folder, reportFileName(head, format))),
  );

/** What nobody can know of a year without a ledger. */
const withoutLedger = ({ policy: { id, cap_per_year: cap } }: PolicyInPeriod): string[] =>
  cap
    ? [
        `${id} caps what a year brings, and there is no ledger: what was granted earlier in the year is not taken into account. Expected: --record in each run.`,
      ]
    : [];

/** The grants, the letters and the seal of a run; `command` is what was asked for, for the seal. */
export function accompanied(run: CreditRun, command: string[], now: number): Accompanied {
  const { head, place, ledger, inputs, commit, exported, letters } = run;
  const earlier = earlierSealOf(head, place);
  let granted: Grants | undefined;
  let seal: Seal | undefined;
  return {
    forms(open) {
      if (!ledger && !letters && exported.formats.length === 0) return [];
      granted = openGrants(run, open, now);
      return letters ? [granted, openLetters(run, open, granted.withheld)] : [granted];
    },
    last(files, end) {
      const reports = files.filter(({ path }) => path !== ledger?.path);
      if (ledger) requireUnchanged(ledger.path, ledger.kept);
      seal = sealOf(head, { command, commit, inputs }, end, reports);
      const text = `${JSON.stringify(seal, null, 2)}\n`;
      const page = {
        path: join(place.folder, summaryFileName(head)),
        text: summaryPage(seal, hash('sha256', text)),
      };
      return [
        { path: join(place.folder, sealFileName(head)), text },
        ...(run.isSigned ? [page] : []),
      ];
    },
    told: () => [
      ...(ledger ? [] : head.policies.flatMap(withoutLedger)),
      ...(seal ? rerunLines(earlier, seal) : []),
      ...(granted ? grantLines(granted.tally, ledger?.isRecorded ?? false) : []),
    ],
  };
}
