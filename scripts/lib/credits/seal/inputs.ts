import { createHash } from 'node:crypto';
import type { Inputs } from '../../../../src/domain/credits/ledger/entry.ts';
import type { PolicyInPeriod } from '../../../../src/domain/credits/downtime/policy-in-period.ts';
import { answerOf, gitReader } from '../../git-reader.ts';
import { bytesOf } from '../list/bytes.ts';
import type { Files } from '../../../../src/record/files/files.ts';

const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of a file, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of bytesOf(path)) hash.update(bytes);
  return hash.digest('hex');
}

/** The files of the record that credits are worked out from; policies are looked at by themselves. */
const counts = /^(site\.yaml|services\.yaml|incidents\/.*\.ya?ml|postmortems\/.*\.mdx)$/;

/** The lists that are read, by their paths. */
export interface Lists {
  customers: string;
  affected: string | undefined;
  claims: string | undefined;
}

/** What a run is made of, by SHA-256. */
export async function inputsOf(
  files: Files,
  { customers, affected, claims }: Lists,
  policies: readonly PolicyInPeriod[],
): Promise<Inputs> {
  return {
    list: await sha256Of(customers),
    affected: affected === undefined ? null : await sha256Of(affected),
    claims: claims === undefined ? null : await sha256Of(claims),
    files: Object.fromEntries(
      files
        .list()
        .filter((name) => counts.test(name))
        .map((name) => [name, sha256(files.read(name))]),
    ),
    policies: Object.fromEntries(
      policies.map(({ policy }) => [
        `${policy.id}@${policy.effective.from.toString()}`,
        sha256(JSON.stringify(policy)),
      ]),
    ),
  };
}

/** The commit of the record; `clean` if the record is as it was committed. `undefined` where it is not kept in Git. */
export function commitOf(content: string): { commit: string; clean: boolean } | undefined {
  const said = answerOf(gitReader(content), 'status', '--porcelain=v2', '--branch', '--', '.');
  const [, commit, changes] =
    /^# branch\.oid ([0-9a-f]+)\n(?:# .*\n)*(.?)/.exec(String(said)) ?? [];
  return commit === undefined ? undefined : { commit, clean: changes === '' };
}
