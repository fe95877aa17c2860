import type { Basis, LedgerRun } from '../../../../src/domain/credits/ledger/entry.ts';
import type { Charge } from '../list/charges.ts';
import type { Ledger } from './ledger.ts';
import type { ChangedCharge } from './settling.ts';

/** Characters that are hashed at once. */
const enough = 64 * 1024;

/** Writes a run behind all others: what it grants, and what it takes back. */
export function recording(
  ledger: Ledger,
  run: Omit<LedgerRun, 'ledger' | 'run'>,
  write: (text: string) => void,
): {
  record: (change: ChangedCharge, charge: Charge) => void;
  end: () => void;
} {
  const hash = ledger.hash.copy();
  const number = ledger.runs.length + 1;
  const known = new Map<Basis, number>();
  let unhashed = '';

  function writeLine(text: string): void {
    write(`${text}\n`);
    unhashed += `${text}\n`;
    if (unhashed.length > enough) hashAll();
  }

  function hashAll(): void {
    hash.update(unhashed);
    unhashed = '';
  }

  function numberOf(basis: Basis): number {
    const made = known.size;
    writeLine(JSON.stringify({ basis: made, ...basis }));
    known.set(basis, made);
    return made;
  }

  writeLine(JSON.stringify({ ledger: 1, run: number, ...run }));
  return {
    record({ basis, now }, { id, line }) {
      if (now === 0n) return;
      const own = known.get(basis) ?? numberOf(basis);
      writeLine(`[${own},${JSON.stringify(id)},${JSON.stringify(line)},"${now}"]`);
    },
    end() {
      hashAll();
      write(`${JSON.stringify({ end: number, sha256: hash.digest('hex') })}\n`);
    },
  };
}
