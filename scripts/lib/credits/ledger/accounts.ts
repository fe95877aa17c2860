import type { Basis } from '../../../../src/domain/credits/ledger/entry.ts';
import { accountOf } from '../../../../src/domain/credits/ledger/overlap.ts';
import { Amounts, Numbers } from '../list/column.ts';

/** A policy (or goodwill) in a period and a currency: what is granted in it for a charge is one sum. */
export interface Account {
  name: string;
  policy: string | null;
  /** The periods that runs asked for when they granted something on it. */
  asked: Set<string>;
  /** Whether this run owes something on it. */
  isOwing: boolean;
}

/**
 * What was granted and what is owed, by charge and account. Most charges have one account, so that there is a posting for each pair that occurs,
 * in arrays: a million of them take less memory than objects for them would, and none of the garbage collector’s time.
 */
export class Accounts {
  readonly all: Account[] = [];
  readonly #named = new Map<string, number>();
  readonly #bases: Basis[] = [];
  /** By basis: its account. */
  readonly #accounts: number[] = [];
  readonly #basisNumbers = new Map<string, number>();
  /** By charge: its last posting plus one; and by posting: the one before it. */
  readonly #last = new Numbers();
  readonly #before = new Numbers();
  /** By posting: the last of both, and that on which something was granted last. */
  readonly #basis = new Numbers();
  readonly #grantedOn = new Numbers();
  readonly granted = new Amounts();
  readonly owed = new Amounts();
  /** The most that may be granted in the year, where a policy has such a cap. */
  readonly yearly = new Amounts();
  readonly #grants: { basis: number; run: number }[] = [];
  #count = 0;

  /** The number of a basis: the same for the same. */
  open(basis: Basis): number {
    const text = JSON.stringify(basis);
    const known = this.#basisNumbers.get(text);
    if (known !== undefined) return known;
    const name = accountOf(basis);
    const account = this.#named.get(name) ?? this.all.length;
    if (account === this.all.length) {
      this.all.push({
        name,
        policy: basis.policy,
        asked: new Set(),
        isOwing: false,
      });
      this.#named.set(name, account);
    }
    const number = this.#bases.push(basis) - 1;
    this.#accounts.push(account);
    this.#basisNumbers.set(text, number);
    return number;
  }

  accountNamed(name: string): number | undefined {
    return this.#named.get(name);
  }

  /** The account of a basis. */
  accountOn(basis: number): Account | undefined {
    return this.all[this.#accounts[basis] ?? -1];
  }

  /** The postings of a charge, one after the other, from −1 on and back to it. */
  postingAfter(charge: number, posting: number): number {
    return (posting === -1 ? this.#last.get(charge) : this.#before.get(posting)) - 1;
  }

  accountOf(posting: number): number {
    return this.#accounts[this.#basis.get(posting)] ?? -1;
  }

  basisOf(posting: number): Basis | undefined {
    return this.#bases[this.#basis.get(posting)];
  }

  /** On what something was granted in a run before; `undefined` if nothing was. */
  grantedOn(posting: number): { basis: Basis; run: number } | undefined {
    const { basis, run } = this.#grants[this.#grantedOn.get(posting) - 1] ?? {};
    const on = basis === undefined ? undefined : this.#bases[basis];
    return on && { basis: on, run: run ?? 0 };
  }

  /** The same for postings with the same bases, before and now. */
  likenessOf(posting: number): string {
    return `${this.#grantedOn.get(posting)} ${this.#basis.get(posting)}`;
  }

  /** A basis in a run, on which something is granted. */
  openIn(run: number, basis: Basis): { basis: number; grant: number } {
    const number = this.open(basis);
    return { basis: number, grant: this.#grants.push({ basis: number, run }) };
  }

  grant(charge: number, { basis, grant }: { basis: number; grant: number }, amount: bigint): void {
    const posting = this.post(charge, basis);
    this.granted.add(posting, amount);
    this.#grantedOn.set(posting, grant);
  }

  /** −1 if there is none. */
  posting(charge: number, account: number): number {
    let posting = this.postingAfter(charge, -1);
    while (posting !== -1 && this.accountOf(posting) !== account)
      posting = this.postingAfter(charge, posting);
    return posting;
  }

  /** The posting of a charge on the account of a basis, on which it stands from now on. */
  post(charge: number, basis: number): number {
    const found = this.posting(charge, this.#accounts[basis] ?? -1);
    const posting = found === -1 ? this.#count++ : found;
    if (found === -1) {
      const before = this.#last.get(charge);
      if (before !== 0) this.#before.set(posting, before);
      this.#last.set(charge, posting + 1);
    }
    this.#basis.set(posting, basis);
    return posting;
  }
}
