/** What is known of one charge under one policy in one period, in the smallest unit of its currency. */
export interface Figures {
  /** What the report says is owed. */
  owed: bigint;
  /** What was granted for it before. */
  granted: bigint;
  /** What was granted for the same downtime in other periods, or under policies that this one is not added to. */
  elsewhere: bigint;
  /** What may still be granted in the year, this grant among it; `undefined` if the policy has no cap by year. */
  left?: bigint | undefined;
}

export type Change = 'new' | 'changed' | 'unchanged' | 'withdrawn';

export interface Settlement {
  change: Change;
  /** What is to be granted in all. */
  due: bigint;
  /** What the cap by year takes off. */
  overYear: bigint;
  /** What is to be granted now; negative if more was granted than is due. */
  now: bigint;
}

/** What is to be granted, so that nothing is granted twice. */
export function settled({ owed, granted, elsewhere, left }: Figures): Settlement {
  const wanted = owed > elsewhere ? owed - elsewhere : 0n;
  const most = left === undefined || left > wanted ? wanted : left;
  const due = most > 0n ? most : 0n;
  const change =
    due === granted ? 'unchanged' : granted === 0n ? 'new' : due === 0n ? 'withdrawn' : 'changed';
  return { change, due, overYear: wanted - due, now: due - granted };
}
