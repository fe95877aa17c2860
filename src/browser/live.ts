/**
 * What changes while a page is open: steps by the clock, times in the reader's own zone, the age of the page, and whether there is news. It is right
 * without. What only the record can know, that something came, or did not, it says after it has asked.
 */
import { look, watchReader } from './asking.ts';
import { each, minute } from './clock.ts';
import { takeSteps } from './steps.ts';
import { inOwnZone, showAge } from './times.ts';

function tick(): void {
  takeSteps();
  each('[data-age]', showAge);
  look();
}

each('[data-clock]', inOwnZone);
tick();
watchReader();
setInterval(tick, minute / 4);
