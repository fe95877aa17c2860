import type { Basis, LedgerRun } from '../../../../src/domain/credits/ledger/entry.ts';
import type { Charges } from '../list/charges.ts';
import type { Ledger } from './ledger.ts';
import type { ChangedCharge } from './settling.ts';

/** Writes a run behind all others: what it grants, and what it takes back. */
export function recording(
  ledger: Ledger,
  charges: Charges,
  run: Omit<LedgerRun, 'ledger' | 'run'>,
  write: (text: string) => void,
): { record: (change: ChangedCharge) => void; end: () => void } {
  const hash = ledger.hash.copy();
  const number = ledger.runs.length + 1;
  const bases = new Map<string, number>();
  const known = new Map<Basis, number>();

  function writeLine(line: object): void {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    write(text);
  }

  function numberOf(basis: Basis): number {
    const text = JSON.stringify(basis);
    const found = bases.get(text);
    if (found !== undefined) return found;
    const made = bases.size;
    writeLine({ basis: made, ...basis });
    bases.set(text, made);
    return made;
  }

  writeLine({ ledger: 1, run: number, ...run });
  return {
    record({ charge, basis, now }) {
      if (now === 0n) return;
      const own = known.get(basis) ?? numberOf(basis);
      known.set(basis, own);
      const { id, line } = charges.what(charge);
      writeLine([own, id, line, now.toString()]);
    },
    end: () => write(`${JSON.stringify({ end: number, sha256: hash.digest('hex') })}\n`),
  };
}
