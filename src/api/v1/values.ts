import { z } from 'zod';
import { statuses } from '../../domain/status.ts';
import { idForm } from '../../domain/text.ts';
import { moment } from '../moments.ts';

/** What many answers have in common. `null` stands where the record says nothing. */

export const name = z.string().regex(new RegExp(`^${idForm}$`));
export const time = z.iso.datetime({ precision: 3 });
export const day = z.iso.date();
export const plain = z.string();
export const address = z.url();
export const status = z.enum(statuses);

/** Markdown as it was written. A link that begins with a slash leads to a page of the site. */
export const markdown = z.string();

export const times = z.strictObject({ from: time, to: time });
type Times = z.output<typeof times>;

/** Epoch ms. */
export const timesOf = ({ from, to }: { from: number; to: number }): Times => ({
  from: moment(from),
  to: moment(to),
});

/** Where something of the record is: its page, and its answer. */
export const place = {
  id: name.describe('Its name in the record'),
  url: address.describe('Its page'),
  json: address.describe('All that this interface says of it'),
};
