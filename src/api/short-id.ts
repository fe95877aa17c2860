import { hash } from 'node:crypto';

const digits = 12;
const most = 36n ** BigInt(digits);

/**
 * A name of twelve digits and small letters, as Statuspage has them, for something that the record names otherwise: always the same for the
 * same thing, and different for things of different kinds.
 */
export const shortId = (kind: string, name: string): string =>
  (BigInt(`0x${hash('sha256', `${kind}:${name}`)}`) % most).toString(36).padStart(digits, '0');
