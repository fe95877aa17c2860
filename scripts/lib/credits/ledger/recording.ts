import type { Basis, LedgerRun } from '../../../../src/domain/credits/ledger/entry.ts';
import type { Charge } from '../list/charges.ts';
import type { Ledger } from './ledger.ts';
import type { ChangedCharge } from './settling.ts';

/** The file that is the ledger when the run is over. It begins with all earlier runs. */
export interface LedgerFile {
  write: (text: string) => void;
  /** Of all that was written so far, in hex. */
  sha256: () => string;
}

/** Writes a run behind all others: what it grants, and what it takes back. */
export function recording(
  { runs }: Ledger,
  run: Omit<LedgerRun, 'ledger' | 'run'>,
  file: LedgerFile,
): {
  record: (change: ChangedCharge, charge: Charge) => void;
  end: () => void;
} {
  const number = runs.length + 1;
  const known = new Map<Basis, number>();
  const writeLine = (line: object): void => file.write(`${JSON.stringify(line)}\n`);

  function numberOf(basis: Basis): number {
    const made = known.size;
    writeLine({ basis: made, ...basis });
    known.set(basis, made);
    return made;
  }

  writeLine({ ledger: 1, run: number, ...run });
  return {
    record({ basis, now }, { id, line }) {
      if (now === 0n) return;
      const own = known.get(basis) ?? numberOf(basis);
      file.write(`[${own},${JSON.stringify(id)},${JSON.stringify(line)},"${now}"]\n`);
    },
    end: () => writeLine({ end: number, sha256: file.sha256() }),
  };
}
