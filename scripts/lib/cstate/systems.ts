import { addedGroup, type Listed, type WrittenGroup } from './services.ts';
import { isTrue, listIn, type Setting, textIn } from './settings.ts';
import { asLine } from './line.ts';
import type { Note } from './loss.ts';
import { slug, unique } from './slug.ts';

/** Categories by name; `undefined` for one that is to have no name on the page. */
type Groups = ReadonlyMap<string, WrittenGroup | undefined>;

export function readGroups(params: Setting | undefined, note: Note): Groups {
  const groups = new Map<string, WrittenGroup | undefined>();
  const ids = new Set([addedGroup.id]);
  for (const category of listIn(params, 'categories')) {
    const name = textIn(category, 'name');
    if (!name || groups.has(name)) continue;
    const id = unique(slug(name) || `group-${groups.size + 1}`, ids);
    ids.add(id);
    groups.set(name, isTrue(category, 'untitled') ? undefined : { id, name });
    const description = textIn(category, 'description');
    if (description) note('group-description', `${name}: ${description}`);
  }
  return groups;
}

/** `clean` makes one line of inline Markdown. */
export function readSystems(
  params: Setting | undefined,
  groups: Groups,
  clean: (text: string) => string,
  note: Note,
): Listed[] {
  const listed: Listed[] = [];
  const ids = new Set<string>();
  for (const system of listIn(params, 'systems')) {
    const called = asLine(typeof system === 'string' ? system : (textIn(system, 'name') ?? ''));
    if (!called) continue;
    if (listed.some((entry) => entry.called === called)) {
      note('repeated-service', called);
      continue;
    }
    const category = textIn(system, 'category');
    if (category && !groups.has(category)) note('unknown-group', `${called}: ${category}`);
    const link = textIn(system, 'link');
    if (link) note('service-detail', `${called}: ${link}`);
    const id = unique(slug(called) || `service-${listed.length + 1}`, ids);
    ids.add(id);
    const group = category ? groups.get(category)?.id : undefined;
    const description = clean(textIn(system, 'description') ?? '');
    const name = asLine(textIn(system, 'displayname') ?? called);
    listed.push({
      called,
      service: { id, name, ...(group && { group }), ...(description && { description }) },
    });
  }
  return listed;
}
