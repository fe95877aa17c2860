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

export function numberedCharges(): Charges {
  const places = numberedTexts();
  const charges = numberedTexts();
  return {
    place: (service, region) => places.numberOf(0, `${service}${between}${region}`),
    charge: (place, id, line) =>
      charges.numberOf(place, line === '' ? id : `${id}${between}${line}`),
    what(number) {
      const { of, text } = charges.pairOf(number);
      const [service = '', region = ''] = places.pairOf(of).text.split(between);
      const [id = '', ...line] = text.split(between);
      return { id, line: line.join(between), service, region };
    },
    count: charges.count,
  };
}
