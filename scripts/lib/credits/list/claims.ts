import { type PlainDate, isDayBefore, plainDate } from '../../../../src/domain/time.ts';
import { ByAccount, type Unmatched } from './by-account.ts';
import { accountNames } from './customers.ts';
import { eachRowBeside } from './list-beside.ts';

/** Who asked for a credit, and when. */
export interface Claims {
  /** The name of the list, for messages; `undefined` if there is none. */
  file: string | undefined;
  /** The day on which the first claim of an account was received. It is asked about each customer. */
  receivedOn: (id: string) => PlainDate | undefined;
  /** The rows whose account is not among the customers, in their order. */
  unmatched: () => Unmatched[];
}

export const noClaims: Claims = {
  file: undefined,
  receivedOn: () => undefined,
  unmatched: () => [],
};

const names = {
  id: accountNames,
  received_on: ['received_on', 'received', 'date'],
};

/** When claims can have come in: from the first day of the period on, until today. */
export interface ClaimDays {
  first: PlainDate;
  last: PlainDate;
}

/**
 * Reads who asked for a credit: headings `id` and `received_on`, a claim a row. Of several the first counts.
 * @throws BadList
 */
export async function readClaims(path: string, { first, last }: ClaimDays): Promise<Claims> {
  const claims = new ByAccount<PlainDate>();
  const file = await eachRowBeside(path, names, ({ row, value, refuse }) => {
    const id = value('id');
    const day = plainDate.safeParse(value('received_on')).data;
    if (id === '') refuse('there is no id. Expected: the id of the account that asked');
    if (!day)
      return refuse(
        'received_on is no day. Expected: the day on which the claim came in, such as 2026-02-14',
      );
    if (isDayBefore(day, first))
      refuse(
        `the claim came before ${first.toString()}, when the period begins, so that it is about something else. Expected: claims for this period`,
      );
    if (isDayBefore(last, day))
      refuse(`the claim is to come after today, ${last.toString()}. Expected: a day that has been`);
    claims.note(id, row, (before = day) => (isDayBefore(day, before) ? day : before));
  });
  return {
    file,
    receivedOn: (id) => claims.ask(id),
    unmatched: () => claims.unmatched(),
  };
}

/** Whether a claim came in time. While an incident goes on, there is no last day. */
export const isInTime = (
  received: PlainDate | undefined,
  deadline: PlainDate | undefined,
): boolean => received !== undefined && !(deadline && isDayBefore(deadline, received));
