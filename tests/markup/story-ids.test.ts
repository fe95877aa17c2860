import { type HastNode, htmlToHast, markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { anchor } from '../../src/site/places.ts';
import { storyMarkup } from '../../src/site/astro/story-markup.ts';
import { en } from '../../src/strings/en.ts';

const idsIn = (node: HastNode): string[] => [
  ...(node.type === 'element' && node.properties['id'] ? [String(node.properties['id'])] : []),
  ...('children' in node ? node.children.flatMap((child) => idsIn(child as HastNode)) : []),
];

test('actions whose ids differ in a dot have places of their own on a page', () => {
  const names = ['pool.floor', 'pool_floor', 'pool-floor', 'poolfloor', 'pool..floor'];
  expect(new Set(names.map((name) => anchor('promise', name))).size).toBe(names.length);
});

test('footnotes share no id with each other, and none that a heading can have', () => {
  const story =
    '## Footnote label\n\n[^x] [^x] [^x-2] [^user] [^ü] [^ref-x]\n\n' +
    ['x', 'x-2', 'user', 'ü', 'ref-x'].map((name) => `[^${name}]: About ${name}.`).join('\n');
  const { html } = markdownToHtml(story, storyMarkup('/', en.story, new Map()));
  const ids = idsIn(htmlToHast(html, { fragment: true }));
  expect(ids.length).toBe(6 + 5 + 1);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[A-Z]/.test(id))).toEqual([]);
  const targets = [...html.matchAll(/(?:href="#|aria-describedby=")([^"]*)"/g)].map(([, id]) => id);
  expect(targets.length).toBe(6 + 6 + 6);
  expect(targets.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
});
