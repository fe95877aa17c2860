/** The style of the report stands in it: it is one file that can be mailed, kept and printed. */
export const reportStyle = `
:root { color-scheme: light dark; --line: #8884; --quiet: light-dark(#555, #aaa); --owed: light-dark(#0b6b3a, #5fd08f); --look: light-dark(#8a4b00, #f0b35a); }
html { background: light-dark(#fff, #16181a); color: light-dark(#111, #eee); }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: .75rem 0 .25rem; }
p { margin: .25rem 0; }
ul { margin: 0; padding: 0; list-style: none; }
.quiet { color: var(--quiet); }
.why { display: block; }
.warn { color: var(--look); font-weight: 600; }
details { border-block-end: 1px solid var(--line); }
summary { display: grid; grid-template-columns: 1rem 5rem 1fr auto; gap: 0 .5rem; padding: .4rem 0; cursor: pointer; }
summary::before { content: '▸' / ''; color: var(--quiet); }
details[open] > summary::before { content: '▾' / ''; }
summary strong { color: var(--owed); white-space: nowrap; }
summary:focus-visible { outline: 2px solid; outline-offset: 2px; }
.steps { margin: 0 0 1rem 7rem; }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .2rem 1rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
@media (max-width: 40rem) {
  summary { grid-template-columns: 1rem 1fr auto; }
  summary > :nth-child(2) { grid-area: 2 / 2 / auto / -1; }
  summary strong { white-space: normal; }
  .steps { margin-inline-start: 1.5rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-block-end: .4rem; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  h2, h3, summary { break-after: avoid; }
  dd, summary { break-inside: avoid; }
  summary::before { content: '' !important; }
  details::details-content { content-visibility: visible; block-size: auto; opacity: 1; }
}
`;
