import { unknownReference } from '../../domain/findings/rules/record/references.ts';
import type { Pages } from '../../domain/pages.ts';
import { suggest } from '../../text/suggest.ts';
import { contentAttribute } from './rules.ts';
import type { Reason } from './guard-finding.ts';

/** What is wrong with a `<Timeline>`: it shows the incident that it names, or what is written in it, and cannot do without either. */
export function timelineReasons(
  incident: unknown,
  isEmpty: boolean,
  { incidents }: Pick<Pages, 'incidents'>,
): Reason[] {
  const write = '<Timeline incident="ID" />';
  if (incident === undefined && isEmpty) {
    return [
      [
        contentAttribute,
        {
          what: 'This timeline names no incident and has no list in it.',
          expected: 'the id of an incident, or a list of moments',
          write,
        },
      ],
    ];
  }
  if (typeof incident !== 'string' || incidents.has(incident)) return [];
  const meant = suggest(incident, incidents);
  const what = `There is no incident “${incident}”.${meant ? ` Did you mean “${meant}”?` : ''}`;
  return [
    [
      unknownReference,
      {
        what,
        expected: 'the id of a file in incidents/',
        write: meant ? `<Timeline incident="${meant}" />` : write,
      },
    ],
  ];
}
