import { type CodeOf, type Kinds, type Note as NoteOf, commonLosses } from '../losses.ts';

/** What an import from cState can lose. */
export const losses = {
  dropped: {
    ...commonLosses.dropped,
    draft: 'the whole file: it is a draft, which was never published',
    'not-an-issue':
      'the whole file: it is no issue, and has no place in the record; lead its address elsewhere with `redirects`',
    'other-section': 'the whole file: its section is “{}”, so the old site listed it elsewhere',
    translation: 'the whole file: it is a translation of {}, and the record has one language',
    'unknown-key': 'keys that have no place in the record: {}',
    'planned-end': 'the end {}: the issue says that it is not resolved',
    severity: 'severity “{}”: a maintenance has none',
    affected: 'impact on {}: a notice has no impact windows; the names stand in its text',
    'no-system': '“{}” among the affected systems: it names none',
    shortcode: 'a shortcode: {}',
    setting: 'settings without a counterpart: {}',
    'group-description': 'the description of a category: {}',
    'unknown-group': 'a category that is not defined: {}',
    'service-detail': 'details of a system: {}',
    'repeated-service': 'a system that stands there twice: {}',
  },
  guessed: {
    ...commonLosses.guessed,
    'opening-fence': 'the line “---” above the frontmatter is missing; read as if it were there',
    'title-from-name': 'there is no title; taken from the file name: “{}”',
    'time-zone': 'times without a zone are taken as {}',
    'day-only': '{} is a day without a time; taken as its first moment, or as the beginning',
    year: '{} is a day without a year; taken from the date of the issue',
    'date-from-name': 'the date cannot be read; taken from the file name: {}',
    'resolved-by-time': 'it has an end, but no “resolved: true”; taken as resolved',
    'kind-maintenance': 'it is planned work, because of “{}”; perhaps nobody announced it',
    'maintenance-without-end': 'it is a notice: without an end, “{}” cannot have been scheduled',
    'update-status': 'status by position: {}',
    'update-time': 'time of text that has none of its own: {}',
    'still-to-come': 'text about {}, which is still to come; it stands at the time of the import',
    'text-at-end': 'nothing tells when its text was written; it stands whole at the end, {}',
    'text-from-title': 'there is no text; the title stands in for it',
    'site-name': 'the product’s name, from the title of the page: “{}”',
  },
  'for a person': {
    ...commonLosses['for a person'],
    unlisted: 'without “section: issue” the old site did not list it; should it be public?',
    'unreadable-time': 'the time “{}” cannot be read',
    'unknown-end': 'no end is known after the beginning ({}); find it out, or leave “unknown”',
    'still-open': 'it does not say whether it is over, so it is shown as open; is it?',
    'said-resolved': 'its last update says that it is resolved, the issue says not; kept open',
    'late-update': 'updates go on until {}, after the end of the issue; is that end right?',
    'early-update': 'the first update ({}) is before the beginning; is one of the two wrong?',
    informational: 'it is informational, and names an outage; it is an incident now: was it one?',
    'unknown-severity': 'there is no severity that is known ({}); how bad was it?',
    'no-affected': 'it names no system; which service did it hit?',
    'all-systems': '“{}” is taken as every system of the configuration; were they all hit?',
    planned:
      'cState does not say which issues were planned work, so that none is; name words of their titles or file names, as in --planned maintenance',
  },
} as const satisfies Kinds;

export type Note = NoteOf<CodeOf<typeof losses>>;
