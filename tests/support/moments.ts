import { Temporal } from 'temporal-polyfill';

/** A moment of the day that most examples tell of, as it stands in a file. */
export const said = (time: string): string => `2026-01-17T${time}:00Z`;

/** The same in epoch ms. */
export const at = (time: string): number => Date.parse(said(time));

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

export const minute = 60_000;
export const hour = 60 * minute;
