/** Currencies in which Stripe counts in other units than ISO 4217, by the decimals that Stripe gives them. */
const stripeDecimals: Readonly<Record<string, number>> = {
  ISK: 2,
  UGX: 2,
  MGA: 0,
};

/** An amount in the smallest unit of a currency that has `decimals`, as Stripe counts it; `undefined` where it would not be whole. */
export function stripeAmount(
  minor: bigint,
  currency: string,
  decimals: number,
): bigint | undefined {
  const theirs = stripeDecimals[currency] ?? decimals;
  if (theirs >= decimals) {
    const amount = minor * 10n ** BigInt(theirs - decimals);
    // With three decimals, Stripe takes only whole tens.
    return decimals === 3 && amount % 10n !== 0n ? undefined : amount;
  }
  const unit = 10n ** BigInt(decimals - theirs);
  return minor % unit === 0n ? minor / unit : undefined;
}
