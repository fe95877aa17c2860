import type { RecordIndex } from '../domain/record/index-record.ts';
import type { Strings } from '../strings/index.ts';

/** What all answers are made from. Drafts that may be in the record, as in `dev`, are in no answer. */
export interface Source {
  record: RecordIndex;
  say: Strings;
  /** The address of the status page, with a slash at its end. */
  home: string;
}

/** Where the page of something is, or its answer under `api/v1/`. */
type Place = 'incidents' | 'postmortems' | 'services';

export const pageOf = ({ home }: Source, place: Place, id: string): string =>
  `${home}${place}/${id}/`;

export const answerOf = ({ home }: Source, place: Place, id: string): string =>
  `${home}api/v1/${place}/${id}.json`;
