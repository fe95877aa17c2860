import type { Incident } from '../../domain/incident.ts';
import { placeOf, redirectsIn } from '../../domain/redirect.ts';
import type { RecordIndex } from '../../domain/record/index-record.ts';
import { shortId } from '../short-id.ts';

/** Where Statuspage has the page of an incident, with the code by which its API names it. */
const statuspageAddress = /^incidents\/([a-z0-9]{12})$/;

/** The code that an incident had at Statuspage, if the page that it had there leads here. */
function codeAtStatuspage({ site }: RecordIndex, id: string): string | undefined {
  const old = redirectsIn(site.redirects).find(
    ({ from, to }) => placeOf(to) === `incidents/${id}` && statuspageAddress.test(placeOf(from)),
  );
  return old && statuspageAddress.exec(placeOf(old.from))?.[1];
}

export const incidentId = (record: RecordIndex, { id }: Pick<Incident, 'id'>): string =>
  codeAtStatuspage(record, id) ?? shortId('incident', id);
