import {
  type PlainDate,
  compareDays,
  isDayBefore,
  plainDate,
} from "../../../../src/domain/time.ts";
import { accountNames } from "./customers.ts";
import { eachRowBeside } from "./list-beside.ts";

/** Who asked for a credit, and when. */
export interface Claims {
  /** The name of the list, for messages; `undefined` if there is none. */
  file: string | undefined;
  /** The day on which the first claim of an account was received. It is asked about each customer. */
  receivedOn: (id: string) => PlainDate | undefined;
  /** The numbers of the rows whose account is not among the customers, in order. */
  unmatched: () => number[];
}

export const noClaims: Claims = {
  file: undefined,
  receivedOn: () => undefined,
  unmatched: () => [],
};

interface Claim {
  day: PlainDate;
  rows: number[];
  asked: boolean;
}

const names = {
  id: accountNames,
  received_on: ["received_on", "received", "date"],
};

/**
 * Reads who asked for a credit: headings `id` and `received_on`, a claim a row. Of several the first counts.
 * @throws BadList
 */
export async function readClaims(path: string): Promise<Claims> {
  const claims = new Map<string, Claim>();
  const file = await eachRowBeside(path, names, ({ row, value, refuse }) => {
    const id = value("id");
    const day = plainDate.safeParse(value("received_on")).data;
    if (id === "")
      refuse("there is no id. Expected: the id of the account that asked");
    if (!day)
      return refuse(
        "received_on is no day. Expected: the day on which the claim came in, such as 2026-02-14",
      );
    const known = claims.get(id);
    if (!known) claims.set(id, { day, rows: [row], asked: false });
    else {
      known.rows.push(row);
      if (compareDays(day, known.day) < 0) known.day = day;
    }
  });
  return {
    file,
    receivedOn(id) {
      const claim = claims.get(id);
      if (claim) claim.asked = true;
      return claim?.day;
    },
    unmatched: () =>
      [...claims.values()]
        .filter(({ asked }) => !asked)
        .flatMap(({ rows }) => rows)
        .sort((a, b) => a - b),
  };
}

/** Whether a claim came in time. While an incident goes on, there is no last day. */
export const isInTime = (
  received: PlainDate | undefined,
  deadline: PlainDate | undefined,
): boolean =>
  received !== undefined && !(deadline && isDayBefore(deadline, received));
