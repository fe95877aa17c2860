const bits = 14;
const length = 1 << bits;
const mask = length - 1;

/** A whole number of 32 bits by place, 0 where nothing was said. It grows by pieces, so that a million take four megabytes and never twice that. */
export class Numbers {
  readonly #pieces: (Int32Array | undefined)[] = [];

  get(place: number): number {
    return this.#pieces[place >>> bits]?.[place & mask] ?? 0;
  }

  set(place: number, value: number): void {
    const piece = (this.#pieces[place >>> bits] ??= new Int32Array(length));
    piece[place & mask] = value;
  }
}

/** The same for amounts in the smallest unit of a currency: exact, whatever their length. */
export class Amounts {
  readonly #pieces: (Float64Array | undefined)[] = [];
  /** Those that are no exact number of JavaScript; in the pieces stands NaN for them. */
  readonly #large = new Map<number, bigint>();

  #written(place: number): number {
    return this.#pieces[place >>> bits]?.[place & mask] ?? 0;
  }

  isZero(place: number): boolean {
    return this.#written(place) === 0;
  }

  get(place: number): bigint {
    const written = this.#written(place);
    return written === 0
      ? 0n
      : Number.isNaN(written)
        ? (this.#large.get(place) ?? 0n)
        : BigInt(written);
  }

  add(place: number, amount: bigint): void {
    const piece = (this.#pieces[place >>> bits] ??= new Float64Array(length));
    // Whole numbers of JavaScript are exact as long as all of them are safe, and added much faster than large ones.
    const more = Number(amount);
    const number = this.#written(place) + more;
    const isExact = Number.isSafeInteger(number) && Number.isSafeInteger(more);
    if (isExact) piece[place & mask] = number;
    else {
      const sum = this.get(place) + amount;
      this.#large.set(place, sum);
      piece[place & mask] = sum === 0n ? 0 : NaN;
    }
  }
}
