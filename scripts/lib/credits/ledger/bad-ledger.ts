/** Why a ledger cannot be used. It names lines by their numbers, and never repeats what stands in one. */
export class BadLedger extends Error {
  constructor(file: string, what: string) {
    super(
      `${file}, ${what}. Expected: the ledger as npm run credits -- --record left it. Put back the last copy of it; a line that is wrong in it is put right by another run, never by hand. Nothing was written.`,
    );
  }
}
