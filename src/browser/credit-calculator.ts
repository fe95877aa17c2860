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

for (const form of document.querySelectorAll<HTMLFormElement>('form.calculator')) {
  const data = JSON.parse(form.dataset['rule'] ?? '');
  const [minutes, fee] = form.querySelectorAll('input');
  const answer = form.querySelector('output');
  const work = (): void => {
    const written = fee?.value.trim() ?? '';
    if (!answer || !/^\d{1,15}(\.\d{1,6})?$/.test(written) || !/^\d{1,7}$/.test(minutes?.value ?? '')) {
      if (answer) answer.value = '';
      return;
    }
    const scale = written.split('.')[1]?.length ?? 0;
    const down = BigInt(minutes?.value ?? 0) * 60000n;
    const [n, d] = earned(down > data.whole ? BigInt(data.whole) : down, data);
    // To hundredths, halves up; the invoice rounds to its own currency.
    const whole = BigInt(written.replace('.', '')) * n * 200n;
    const hundredths = (whole / (d * 10n ** BigInt(scale)) + 1n) / 2n;
    answer.value = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  };
  form.addEventListener('input', work);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  work();
}
