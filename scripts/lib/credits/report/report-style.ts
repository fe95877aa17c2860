/** The style of the report stands in it: it is one file that can be mailed, kept and printed. Of the arithmetic, what is open is printed. */
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
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th { text-align: start; font-weight: 600; }
th, td { padding: .2rem .5rem .2rem 0; vertical-align: top; border-block-end: 1px solid var(--line); }
td:nth-child(4), td:nth-child(5), th:nth-child(4), th:nth-child(5) { text-align: end; white-space: nowrap; }
td strong { color: var(--owed); }
a { color: inherit; }
.steps { margin: 0 0 1rem 7rem; }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .2rem 1rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
@media (max-width: 40rem) {
  summary { grid-template-columns: 1rem 1fr auto; }
  summary > :nth-child(2) { grid-area: 2 / 2 / auto / -1; }
  summary strong { white-space: normal; }
  table, thead, tbody, tr, td { display: block; }
  thead { display: none; }
  td { display: inline; border: 0; padding: 0 .5rem 0 0; }
  tr { padding: .3rem 0; border-block-end: 1px solid var(--line); }
  .steps { margin-inline-start: 1.5rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-block-end: .4rem; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; margin: 0; padding: 0; font-size: 9pt; line-height: 1.3; }
  h2 { margin-block-start: 1.2rem; }
  h2, h3, summary { break-after: avoid; }
  dd, tr, summary { break-inside: avoid; }
  summary::before { content: '' !important; }
  a { text-decoration: none; }
  .arithmetic details:not([open]), .arithmetic:not(:has([open])) { display: none; }
}
`;
