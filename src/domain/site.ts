import { z } from 'zod';
import { allowedInPublic, neverPublish, unsearched } from './disclosure.ts';
import { form } from './form.ts';
import { format } from './format.ts';
import { isLanguage } from './language.ts';
import { look } from './look.ts';
import { pushTargets } from './push-target.ts';
import { isBase, redirects } from './redirect.ts';
import { id, line, plain, webUrl } from './text.ts';
import { duration, isTimeZone, plainDate } from './time.ts';

/** The company's word mapped to the few that status pages share, for machines. */
const levels = ['none', 'minor', 'major', 'critical'] as const;

export const timeZone = z
  .string()
  .refine(isTimeZone, 'is not a time zone')
  .meta({ examples: ['UTC', 'Europe/Berlin'] });

/** How soon something is promised: a promise that is broken at once is none. */
const promisedTime = duration.refine(({ sign }) => sign > 0, 'is no time at all');

const severity = z.strictObject({
  id: id.describe('The id by which incidents name it'),
  name: plain.describe('What customers read'),
  level: z.enum(levels).describe('The nearest of the four levels that status pages share'),
  means: line.describe('What it means to a customer'),
  acknowledge_within: promisedTime
    .optional()
    .describe('How soon after it is noticed the first public update is promised'),
  update_every: promisedTime.optional().describe('How often updates are promised while it lasts'),
  postmortem_within: promisedTime.optional().describe('How soon the postmortem is promised'),
});

const weight = z.number().min(0).max(1).multipleOf(0.001);

export const uptimeWeights = z.strictObject({
  major_outage: weight.default(1).describe('How much of a major outage counts as downtime'),
  partial_outage: weight.default(0.3).describe('How much of a partial outage counts as downtime'),
  degraded_performance: weight
    .default(0)
    .describe('How much of degraded performance counts as downtime'),
});

const login = z
  .string()
  .regex(/^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i, 'is not a login')
  .meta(form('a login on GitHub, or none', 'ferry-delivery'));

/** Where promises become issues. */
const trackedIn = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/, 'is not OWNER/NAME')
    .optional()
    .describe(
      'The GitHub repository in which promises become issues; left out, the one that a workflow runs in',
    )
    .meta(form('an owner, a slash and a name, as in the address of the repository', 'ferry/ferry')),
  trusted: z
    .array(plain)
    .max(50)
    .default(['github-actions[bot]'])
    .describe(
      'The logins that create issues for Ownup: markers count in their issues, and in those of owners, members and collaborators',
    )
    .meta({ examples: ['["github-actions[bot]"]'] }),
  owners: z
    .record(plain, login)
    .default({})
    .describe(
      'Which login the issues of an owner are assigned to, or `none`; left out, the owner is tried as a login',
    ),
  since: plainDate
    .optional()
    .describe('From which day on: promises of accounts published before get no new issue'),
});

/** Addresses of pages are made by putting something behind it. */
const siteUrl = webUrl
  .refine(
    (address) => !/[?#]/.test(address),
    'has a “?” or a “#” in it, behind which no page can be',
  )
  .refine((address) => isBase(URL.parse(address)?.pathname ?? ''), {
    error: 'has something in its path that is no letter, digit, blank, dot or hyphen',
  })
  .meta({
    form: 'an address that begins with https://, of letters, digits and “-._~”, with %20 for a blank; no user, “?” or “#”; an address that begins with https://',
  });

/** content/site.yaml: what is true of the whole site. */
export const site = z
  .strictObject({
    format: z
      .literal(format)
      .describe('The format of this record; `npx ownup upgrade` changes it with the record'),
    name: plain.describe('The name of the product, as in “Ferry status”'),
    url: siteUrl
      .describe('Where the site is published, with the path if it has one')
      .meta(unsearched),
    description: line.optional().describe('One line for search engines and feed readers'),
    language: z
      .string()
      .max(35)
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag')
      // Those that nobody has translated the interface into are fine; those that nobody speaks are a slip.
      .refine(isLanguage, 'is not a language')
      .meta(form('the tag of a language, such as en, de or pt-BR', 'en'))
      .default('en')
      .describe('The language of pages and record'),
    time_zone: timeZone.default('UTC').describe('The zone in which days begin and times are shown'),
    contact: z
      .strictObject({
        email: z
          .email()
          .max(254)
          .optional()
          .describe('Where customers write when they are affected')
          .meta({ examples: ['support@example.com'] }),
        url: webUrl.optional().describe('Or a page where they can say so').meta(unsearched),
      })
      .default({})
      .describe('How a customer reaches a person'),
    severities: z
      .array(severity)
      .min(1, 'names no severity')
      .max(50)
      .describe('The company’s own words for how bad it is, and what each promises'),
    causes: z
      .array(
        z.strictObject({
          id: id.describe('The id by which postmortems name it'),
          name: plain.describe('What customers read'),
          means: line.describe('What it stands for'),
          at: z
            .enum(['us', 'supplier'])
            .default('us')
            .describe('Where it lies; of a cause at a supplier, postmortems say what our part was'),
        }),
      )
      .max(200)
      .default([])
      .describe('The vocabulary of causes'),
    regions: z
      .array(
        z.strictObject({
          id: id.describe('The id by which services and incidents name it'),
          name: plain.describe('What customers call it'),
        }),
      )
      .max(200)
      .default([])
      .describe('What regions are called; one that is not named here is shown by its id'),
    uptime_weights: uptimeWeights
      .prefault({})
      .describe('How much of each status counts as downtime'),
    look: look
      .prefault({})
      .describe('How the page looks like one of the company: colour, logo, links'),
    redirects: redirects
      .default({})
      .describe('Where pages used to be, and where they are now: each old path with its new one'),
    websub: webUrl
      .optional()
      .describe('A WebSub hub, which tells readers at once that a feed has changed')
      .meta({ examples: ['https://pubsubhubbub.appspot.com/'] }),
    notify: pushTargets
      .default([])
      .describe('Who is told at once of what happens; see docs/notify.md')
      .meta(unsearched),
    repository: trackedIn
      .prefault({})
      .describe('Where promises become GitHub issues, and who creates them')
      .meta(unsearched),
    never_publish: neverPublish
      .default([])
      .describe('What no page may ever say: names of customers, code names')
      .meta(unsearched),
    allowed_in_public: allowedInPublic
      .default([])
      .describe('What looks as if it must never be public, and may be, on any page')
      .meta(unsearched),
  })
  .meta({ title: 'Site' });

export type Site = z.output<typeof site>;
export type Severity = z.output<typeof severity>;
export type UptimeWeights = z.output<typeof uptimeWeights>;
