import { type CreditFlag, type Flagged, flagCredits } from '../../../src/domain/credits/flag.ts';
import { Stop } from '../../../src/domain/tracking/patience.ts';
import { drive } from '../actions/drive.ts';
import { apiRoot, credentialsIn, patienceIn } from '../actions/environment.ts';
import { repositoryName } from '../actions/options.ts';
import { WrongUsage } from '../command.ts';
import type { WrittenFile } from './report.ts';
import { sha256Of } from './report-file.ts';
import { type Tally, rowsOf, totalText, totalsOf } from './tally.ts';
import { type Credentials, connect } from '../github/github.ts';

const timeout = 30_000;

/** Where to open the issue, and who asks. */
export interface FlagPlace {
  owner: string;
  repo: string;
  credentials: Credentials;
}

/** @throws WrongUsage */
export function flagPlace(name: string | undefined): FlagPlace | undefined {
  if (name === undefined) return undefined;
  if (!repositoryName.test(name)) throw new WrongUsage(`--flag-in is “${name}”. Expected: OWNER/NAME of a private repository.`);
  const credentials = credentialsIn(process.env);
  if (!credentials) throw new WrongUsage('--flag-in needs a token. Expected: GITHUB_TOKEN, or OWNUP_APP_ID and OWNUP_APP_PRIVATE_KEY.');
  const [owner = '', repo = ''] = name.split('/');
  return { owner, repo, credentials };
}

/** What of a report may be told: counts, sums, names of files. */
export async function flagOf(site: string, period: string, tally: Tally, files: readonly WrittenFile[]): Promise<CreditFlag> {
  const reports = await Promise.all(files.map(async ({ name, path }) => ({ name, sha256: await sha256Of(path) })));
  const totals = totalsOf(tally).map((total) => ({ currency: total.currency, amount: totalText(total), rows: total.rows }));
  return {
    site,
    period,
    rows: rowsOf(tally),
    flagged: tally.flagged,
    notFlagged: tally.not_flagged,
    needsReview: tally.needs_review,
    totals,
    reports,
  };
}

const said: Record<Flagged['done'], string> = { opened: 'Opened', updated: 'Updated', unchanged: 'Nothing to change in' };

/** Opens or updates the issue of the period, and says so in a line. */
export async function flagReport(place: FlagPlace, flag: CreditFlag): Promise<string> {
  const patience = patienceIn(process.env);
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  try {
    const github = await connect({ api: apiRoot(process.env), ...place, timeout: timeout * Math.max(patience, 0.05) });
    const { repository, number, done } = await drive(flagCredits(flag), {
      github,
      save: () => undefined,
      say,
      progress: () => undefined,
      patience,
    });
    return `${said[done]} ${repository}#${number}.\n`;
  } catch (error) {
    throw error instanceof Stop ? new Error(`The report is written, but not flagged. ${error.message}`) : error;
  }
}
