import { numberedTexts } from './numbered-texts.ts';

/** What is paid for: a customer, and of what that pays for several things, which of them. */
export interface Charge {
  id: string;
  line: string;
  service: string;
  region: string;
}

/** Numbers for places and for charges, each from 0. */
export interface Charges {
  /** Of a service, by its id, and a region; either may be empty. */
  place: (service: string, region: string) => number;
  charge: (place: number, id: string, line: string) => number;
  what: (charge: number) => Charge;
  count: () => number;
}

const between = '\u001f';

/** A text that no other customer and line have. */
const textOf = (id: string, line: string): string =>
  id.includes(between) || line.includes(between)
    ? `${between}${JSON.stringify([id, line])}`
    : line === ''
      ? id
      : `${id}${between}${line}`;

function customerIn(text: string): Pick<Charge, 'id' | 'line'> {
  const end = text.indexOf(between);
  if (end === -1) return { id: text, line: '' };
  if (end > 0) return { id: text.slice(0, end), line: text.slice(end + 1) };
  const [id = '', line = ''] = JSON.parse(text.slice(1)) as string[];
  return { id, line };
}

export function numberedCharges(): Charges {
  const places = numberedTexts();
  const charges = numberedTexts();
  /** By place: what it is. */
  const named: (Pick<Charge, 'service' | 'region'> | undefined)[] = [];
  function placeOf(number: number): Pick<Charge, 'service' | 'region'> {
    const [service = '', region = ''] = places.pairOf(number).text.split(between);
    return (named[number] = { service, region });
  }
  return {
    place: (service, region) => places.numberOf(0, `${service}${between}${region}`),
    charge: (place, id, line) => charges.numberOf(place, textOf(id, line)),
    what(number) {
      const { of, text } = charges.pairOf(number);
      const { id, line } = customerIn(text);
      const { service, region } = named[of] ?? placeOf(of);
      return { id, line, service, region };
    },
    count: charges.count,
  };
}
