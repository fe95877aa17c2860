import type { z } from 'zod';
import type { incident } from '../../../src/domain/incident.ts';
import type { services } from '../../../src/domain/service.ts';
import type { site } from '../../../src/domain/site.ts';
import type { Loss } from './losses.ts';

export type WrittenIncident = z.input<typeof incident>;
type WrittenServices = z.input<typeof services>;
export type WrittenService = WrittenServices['services'][number];
export type WrittenGroup = NonNullable<WrittenServices['groups']>[number];

/** One thing of the old page, and what it is in the words of the record. */
export interface OldEntry {
  /** What a report calls it: a file, or an address. */
  file: string;
  /** How it was called in addresses; its id is as near to that as can be. */
  name: string;
  /** `undefined`: it was no incident in public. A string: why it cannot be imported. */
  incident: WrittenIncident | string | undefined;
  /** Paths under which it could be read. */
  addresses?: readonly string[];
  /** Markdown of the story that the old page gave of it. */
  story?: string | undefined;
  losses: Loss[];
}

/** A whole page of any kind, read and not yet written. */
export interface OldPage {
  /** Where its settings were. */
  file: string;
  site: Omit<z.input<typeof site>, 'format'>;
  groups: readonly WrittenGroup[];
  services: readonly WrittenService[];
  entries: readonly OldEntry[];
  /** Paths of other pages, and where readers find now what was there. */
  moved: readonly (readonly [from: string, to: string])[];
  losses: Loss[];
}
