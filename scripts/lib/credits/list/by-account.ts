/** A row of a list beside that of the customers, whose account is not among them. */
export interface Unmatched {
  row: number;
  id: string;
}

interface Known<T> {
  value: T;
  rows: number[];
  asked: boolean;
}

/** What a list beside that of the customers says of accounts. It is asked about each customer; rows of those it was not asked about concern nobody. */
export class ByAccount<T> {
  readonly #known = new Map<string, Known<T>>();

  /** `valueOf`: from what earlier rows say of the account. */
  note(id: string, row: number, valueOf: (before: T | undefined) => T): void {
    const known = this.#known.get(id);
    if (known) {
      known.value = valueOf(known.value);
      known.rows.push(row);
    } else this.#known.set(id, { value: valueOf(undefined), rows: [row], asked: false });
  }

  ask(id: string): T | undefined {
    const known = this.#known.get(id);
    if (known) known.asked = true;
    return known?.value;
  }

  /** In the order of the rows. */
  unmatched(): Unmatched[] {
    return [...this.#known]
      .filter(([, { asked }]) => !asked)
      .flatMap(([id, { rows }]) => rows.map((row) => ({ row, id })))
      .sort((a, b) => a.row - b.row);
  }
}
