/** Works out a credit from downtime and fee, in whole numbers; nothing is sent anywhere. See `CreditSteps` for the data. */
type Share = readonly [n: bigint, d: bigint];
type Bound = readonly ['gt' | 'gte', string];

const share = (text: string): Share => text.split('/').map(BigInt) as unknown as Share;
const passes = (ms: bigint, [word, bound]: Bound): boolean => {
  const [n, d] = share(bound);
  return ms * d > n || (word === 'gte' && ms * d === n);
};

function earned(
  ms: bigint,
  { tiers, rate, cap }: { tiers: [Bound[0], string, string][]; rate?: { perMs: string; from: Bound; free: string }; cap?: string },
): Share {
  const tier = tiers.filter(([word, bound]) => passes(ms, [word, bound])).at(-1);
  let [n, d]: Share = tier ? share(tier[2]) : [0n, 1n];
  if (rate && passes(ms, rate.from)) {
    const [free, [per, unit]] = [share(rate.free), share(rate.perMs)];
    [n, d] = [(ms * free[1] - free[0]) * per, unit * free[1]];
  }
  const [most, of] = cap ? share(cap) : [n, d];
  return n * of > most * d ? [most, of] : [n, d];
}

const money = new Intl.NumberFormat(document.body.dataset['locale'], { minimumFractionDigits: 2 });
/** What stands before decimals in the language of the page. Another mark could stand between thousands as well: nobody can be sure. */
const point = money.formatToParts(0).find(({ type }) => type === 'decimal')?.value ?? '.';

for (const group of document.querySelectorAll<HTMLFieldSetElement>('.calculator')) {
  const data = JSON.parse(group.dataset['rule'] ?? '');
  const [minutes, fee] = group.querySelectorAll('input');
  const answer = group.querySelector('output');
  const work = (): void => {
    const [units = '', decimals = '0', ...more] = fee?.value.trim().split(point) ?? [];
    const isMoney = /^\d{1,15}$/.test(units) && /^\d{1,6}$/.test(decimals) && more.length === 0;
    if (!answer || !isMoney || !/^\d{1,7}$/.test(minutes?.value ?? '')) {
      if (answer) answer.value = '';
      return;
    }
    const down = BigInt(minutes?.value ?? 0) * 60000n;
    const [n, d] = earned(down > data.whole ? BigInt(data.whole) : down, data);
    // To hundredths, halves up; the invoice rounds to its own currency.
    const whole = BigInt(units + decimals) * n * 200n;
    const hundredths = (whole / (d * 10n ** BigInt(decimals.length)) + 1n) / 2n;
    answer.value = money.format(`${hundredths}E-2` as Intl.StringNumericLiteral);
  };
  group.addEventListener('input', work);
  group.hidden = false;
  work();
}
