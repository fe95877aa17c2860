import { z } from 'zod';
import { id, line } from '../../text.ts';

const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a run was made of, by SHA-256: two runs with the same inputs come to the same. */
export const inputs = z.strictObject({
  list: sha256.describe('The list of customers'),
  affected: sha256.nullable().describe('The list of affected accounts; null if there was none'),
  claims: sha256.nullable().describe('The list of claims; null if there was none'),
  files: z.record(z.string(), sha256).describe('The files of the record, by their names'),
  policies: z
    .record(z.string(), sha256)
    .describe('The policies that were looked at, as id@first day in force'),
});

/** The first line of a run. */
const runLine = z.strictObject({
  ledger: z.literal(1).describe('The version of this format'),
  run: z.int().gte(1).describe('The number of the run in this file'),
  site: z
    .strictObject({ name: line, url: z.string() })
    .describe('Whose page it is, as site.yaml says'),
  recorded: z.iso.datetime().describe('When it was recorded'),
  asked: line.describe('The period as it was asked for'),
  only: id.nullable().describe('The policy, if only one was asked for'),
  inputs,
});

/** What grants of the same run have in common. */
const basisLine = z.strictObject({
  basis: z.int().gte(0).describe('Its number in this run, from 0'),
  policy: id.nullable().describe('null for goodwill'),
  version: day.nullable().describe('The first day of the version of the policy'),
  from: day.describe('The first day of the period'),
  to: day.describe('Its last day'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  adds: z.boolean().describe('Whether it is added to what other policies give'),
  service: z.string(),
  region: z.string(),
  postmortems: z.array(id).describe('For goodwill: what promised it'),
  downtime: z
    .array(z.tuple([z.iso.datetime(), z.iso.datetime()]))
    .describe('What it was granted for, in order'),
});

/** Customer, line, and what is granted beyond all earlier grants, in the smallest unit; what is taken back is negative. */
const grantLine = z
  .tuple([z.int().gte(0), z.string().min(1), z.string(), z.string().regex(/^-?[1-9]\d{0,18}$/)])
  .describe('basis, id, line, amount');

/** The last line of a run. */
const endLine = z.strictObject({
  end: z.int().gte(1).describe('The number of the run'),
  sha256: sha256.describe('Of all lines before this one'),
});

/** One line of the ledger of what was granted. Each run is a line of its own, its bases, its grants and its end. */
export const ledgerLine = z
  .union([runLine, basisLine, grantLine, endLine])
  .meta({ title: 'Ledger line' });

export type Inputs = z.output<typeof inputs>;
export type LedgerRun = z.output<typeof runLine>;
export type LedgerLine = z.output<typeof ledgerLine>;
/** A basis without its number: two runs may grant on the same. */
export type Basis = Omit<z.output<typeof basisLine>, 'basis'>;
