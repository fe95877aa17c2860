const firstLength = 256;
const lengthFor = (place: number, length: number): number => Math.max(place + 1, length * 2);

/** A whole number of 32 bits for each charge, 0 where nothing was said: a million of them are four megabytes. */
export class Numbers {
  #values = new Int32Array(firstLength);

  get(place: number): number {
    return this.#values[place] ?? 0;
  }

  set(place: number, value: number): void {
    if (place >= this.#values.length) {
      const longer = new Int32Array(lengthFor(place, this.#values.length));
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[place] = value;
  }
}

/** The same for amounts in the smallest unit of a currency. */
export class Amounts {
  #values = new BigInt64Array(firstLength);

  get(place: number): bigint {
    return this.#values[place] ?? 0n;
  }

  /** @throws RangeError if the amount has more than 63 bits */
  add(place: number, amount: bigint): void {
    if (place >= this.#values.length) {
      const longer = new BigInt64Array(lengthFor(place, this.#values.length));
      longer.set(this.#values);
      this.#values = longer;
    }
    const sum = (this.#values[place] ?? 0n) + amount;
    if (BigInt.asIntN(64, sum) !== sum)
      throw new RangeError(
        'The credit of a charge has more than 18 digits. Expected: a smaller one.',
      );
    this.#values[place] = sum;
  }
}
