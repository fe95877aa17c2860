import { stories } from 'ownup:stories';
import CorrectionItem from '../components/feeds/CorrectionItem.astro';
import IncidentItem from '../components/feeds/IncidentItem.astro';
import PlanItem from '../components/feeds/PlanItem.astro';
import PostmortemItem from '../components/feeds/PostmortemItem.astro';
import PromiseItem from '../components/feeds/PromiseItem.astro';
import UnknownItem from '../components/feeds/UnknownItem.astro';
import UpdateItem from '../components/feeds/UpdateItem.astro';
import { sectionsOf } from '../components/postmortems/sections.ts';
import type { Postmortem } from '../domain/postmortem.ts';
import { perRecord } from '../site/per-record.ts';
import type { Entry, Subject } from './model/entry.ts';
import { type Component, renderForFeed } from './render.ts';

type Shown = [component: Component, props: Record<string, unknown>];

async function ofPostmortem(postmortem: Postmortem, { say }: App.Locals): Promise<Shown> {
  const story = await stories[postmortem.id]?.();
  const sections = sectionsOf(postmortem, !!story, say);
  return [PostmortemItem, { postmortem, Content: story?.Content, sections }];
}

/** What shows a subject whole. */
async function shown(subject: Subject, locals: App.Locals): Promise<Shown> {
  switch (subject.type) {
    case 'incident':
    case 'told':
      return [IncidentItem, { incident: subject.incident }];
    case 'update':
      return [UpdateItem, { update: subject.update }];
    case 'announced':
    case 'begun':
    case 'done':
      return [PlanItem, { maintenance: subject.incident }];
    case 'postmortem':
      return ofPostmortem(subject.postmortem, locals);
    case 'correction':
    case 'corrected':
      return [CorrectionItem, { correction: subject.correction }];
    case 'promised':
    case 'moved':
    case 'kept':
    case 'dropped':
    case 'late':
      return [PromiseItem, { action: subject.action }];
    case 'unanswered':
      return [UnknownItem, { unknown: subject.unknown }];
  }
}

/** Several feeds tell of the same: each text is made once. */
const made = perRecord(() => new Map<Entry['id'], Promise<string>>());

/** The whole text of an entry, as HTML that any reader can show. */
export function contentOf({ id, path, subject }: Entry, locals: App.Locals): Promise<string> {
  const contents = made(locals);
  const content =
    contents.get(id) ??
    shown(subject, locals).then(([component, props]) =>
      renderForFeed(component, path, props, locals),
    );
  contents.set(id, content);
  return content;
}
