import type { Change } from '../new/yaml-change.ts';
import type { Codemod } from './codemods.ts';

/** An id as the word that it stands for, as pages of format 0 showed it: `data-change` is “Data change”. */
const asWord = (id: string): string =>
  (id.charAt(0).toUpperCase() + id.slice(1)).replaceAll('-', ' ');

function changesIn(list: string, items: unknown): Change[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: { id?: unknown; name?: unknown } | null, index): Change[] => {
    const at = [list, index, 'name'];
    if (typeof item?.name !== 'string' || item.id !== undefined) return [];
    return [
      { do: 'rename', at, to: 'id' },
      { do: 'set', at, value: asWord(item.name), after: 'id' },
    ];
  });
}

/** What customers read was also what incidents and postmortems refer to, and so had to be written like an id. */
export const idsBesideNames: Codemod = {
  does: 'Severities and causes have an `id`, which the record refers to, and a `name`, which customers read, in any letters.',
  files: /^site\.yaml$/,
  changes: (value) =>
    ['severities', 'causes'].flatMap((list) =>
      changesIn(list, (value as Record<string, unknown>)[list]),
    ),
};
