import { each, now } from './clock.ts';
import { fill } from './times.ts';

/** The latest step of an element that is due. It is taken once: what is due is forgotten. */
function dueStep(element: HTMLElement, name: 'later' | 'moves'): string[] | undefined {
  const steps = JSON.parse(element.dataset[name] ?? '[]') as [at: number, ...words: string[]][];
  const due = steps.filter(([at]) => at <= now());
  element.dataset[name] = JSON.stringify(steps.slice(due.length));
  return due.at(-1)?.slice(1) as string[] | undefined;
}

function step(element: HTMLElement): void {
  const [classes, text] = dueStep(element, 'later') ?? [];
  if (classes === undefined || text === undefined) return;
  element.className = classes;
  fill(element, text);
}

function move(element: HTMLElement): void {
  const [list] = dueStep(element, 'moves') ?? [];
  if (list) document.getElementById(list)?.append(element);
}

/** What the clock alone changes. */
export function takeSteps(): void {
  each('[data-later]', step);
  each('[data-moves]', move);
  each(
    '[data-fills]',
    (section) => (section.hidden = !section.querySelector('[data-moves], article')),
  );
}
