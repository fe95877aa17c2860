import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/*
 * What Astro does with the files of a record when nothing is asked of it but pages: its content collections, a layout of one line, a page for
 * each incident, postmortem, service and year, and a home page. No styles, no feeds, no check of the record, no search.
 */

const files = (content: string): Readonly<Record<string, string>> => ({
  'package.json': '{ "type": "module" }\n',
  'astro.config.mjs': `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [mdx()] });
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
const folder = (name) => ${JSON.stringify(content)} + '/' + name;
const incidents = defineCollection({
  loader: glob({ base: folder('incidents'), pattern: '*.yaml' }),
  schema: z.object({
    title: z.string(),
    severity: z.string(),
    impact: z.array(z.object({ service: z.string(), status: z.string(), from: z.coerce.date(), to: z.coerce.date() })),
    updates: z.array(z.object({ at: z.coerce.date(), status: z.string(), text: z.string() })),
  }),
});
const postmortems = defineCollection({
  loader: glob({ base: folder('postmortems'), pattern: '*.mdx' }),
  schema: z.object({
    title: z.string(),
    incidents: z.array(z.string()),
    summary: z.string(),
    ownership: z.string(),
    whys: z.array(z.object({ id: z.string(), why: z.string(), because: z.string(), evidence: z.array(z.string()) })),
    actions: z.array(z.object({ id: z.string(), title: z.string(), owner: z.string(), due: z.coerce.date() })),
  }),
});
export const collections = { incidents, postmortems };
`,
  'src/layout.astro': `---
const { title } = Astro.props;
---
<html lang="en"><head><meta charset="utf-8" /><title>{title}</title></head><body><h1>{title}</h1><slot /></body></html>
`,
  'src/list.astro': `---
const { incidents } = Astro.props;
---
<ul>{incidents.map(({ id, data }) => <li><a href={\`/incidents/\${id}/\`}>{data.title}</a> {data.severity}</li>)}</ul>
`,
  'src/newest.ts': `import { getCollection } from 'astro:content';
export const began = ({ data }) => data.impact[0].from;
export const newest = async () => (await getCollection('incidents')).sort((a, b) => began(b) - began(a));
`,
  'src/pages/index.astro': `---
import Layout from '../layout.astro';
import List from '../list.astro';
import { newest } from '../newest.ts';
const incidents = (await newest()).slice(0, 30);
---
<Layout title="Status"><List incidents={incidents} /></Layout>
`,
  'src/pages/incidents/[id].astro': `---
import Layout from '../../layout.astro';
import { newest } from '../../newest.ts';
export const getStaticPaths = async () =>
  (await newest()).map((incident) => ({ params: { id: incident.id }, props: incident }));
const { data } = Astro.props;
---
<Layout title={data.title}>
  <ul>{data.impact.map(({ service, status, from, to }) => <li>{service}: {status}, {from.toISOString()} to {to.toISOString()}</li>)}</ul>
  {data.updates.map(({ at, status, text }) => <article><h2>{status}, {at.toISOString()}</h2><p>{text}</p></article>)}
</Layout>
`,
  'src/pages/postmortems/[id].astro': `---
import { getCollection, render } from 'astro:content';
import Layout from '../../layout.astro';
export const getStaticPaths = async () =>
  (await getCollection('postmortems')).map((postmortem) => ({ params: { id: postmortem.id }, props: { postmortem } }));
const { postmortem } = Astro.props;
const { data } = postmortem;
const { Content } = await render(postmortem);
---
<Layout title={data.title}>
  <p>{data.summary}</p><p>{data.ownership}</p>
  <dl>{data.whys.map(({ why, because, evidence }) => <><dt>{why}</dt><dd>{because} {evidence.join(', ')}</dd></>)}</dl>
  <ul>{data.actions.map(({ title, owner, due }) => <li>{title}: {owner}, {due.toISOString()}</li>)}</ul>
  <Content />
</Layout>
`,
  'src/pages/services/[id].astro': `---
import Layout from '../../layout.astro';
import List from '../../list.astro';
import { newest } from '../../newest.ts';
export const getStaticPaths = async () => {
  const all = await newest();
  const ids = new Set(all.flatMap(({ data }) => data.impact.map(({ service }) => service)));
  return [...ids].map((id) => ({
    params: { id },
    props: { incidents: all.filter(({ data }) => data.impact.some(({ service }) => service === id)) },
  }));
};
---
<Layout title={Astro.params.id}><List incidents={Astro.props.incidents} /></Layout>
`,
  'src/pages/years/[year].astro': `---
import Layout from '../../layout.astro';
import List from '../../list.astro';
import { began, newest } from '../../newest.ts';
export const getStaticPaths = async () =>
  [...Map.groupBy(await newest(), (incident) => began(incident).getUTCFullYear())].map(([year, incidents]) => ({
    params: { year: String(year) },
    props: { incidents },
  }));
---
<Layout title={Astro.params.year}><List incidents={Astro.props.incidents} /></Layout>
`,
});

/** Writes the project into `folder`; `astro build` there makes the pages of the record in `content`. */
export function writeBareAstro(folder: string, content: string): void {
  for (const [path, text] of Object.entries(files(content))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}
