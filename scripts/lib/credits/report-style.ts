/** The style of the report stands in it: it is one file that can be mailed, kept and printed. */
export const reportStyle = `
:root { color-scheme: light dark; --line: #8884; --quiet: light-dark(#555, #aaa); --owed: light-dark(#0b6b3a, #5fd08f); --look: light-dark(#8a4b00, #f0b35a); }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
p { margin: .25rem 0; }
.quiet { color: var(--quiet); }
.warn { color: var(--look); font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: baseline; padding: .3rem .75rem .3rem 0; border-block-end: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 600; font-size: .875rem; color: var(--quiet); white-space: nowrap; }
.number { text-align: end; white-space: nowrap; }
details { border-block-end: 1px solid var(--line); }
summary { display: grid; grid-template-columns: 6rem 1fr auto; gap: 0 1rem; padding: .4rem 0; cursor: pointer; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
summary::before { content: '▸ ' attr(data-row); color: var(--quiet); }
details[open] > summary::before { content: '▾ ' attr(data-row); }
summary strong { color: var(--owed); white-space: nowrap; }
summary:focus-visible { outline: 2px solid; outline-offset: 2px; }
.steps { margin: 0 0 1rem 7rem; }
.steps h3 { font-size: 1rem; margin: .75rem 0 .25rem; }
.steps dl { display: grid; grid-template-columns: 8rem 1fr; gap: .2rem 1rem; margin: 0; font-variant-numeric: tabular-nums; }
.steps dt { color: var(--quiet); }
.steps dd { margin: 0; overflow-wrap: anywhere; }
.steps ul { margin: 0; padding: 0; list-style: none; }
@media (max-width: 40rem) { .steps { margin-inline-start: 0; } .steps dl { grid-template-columns: 1fr; } }
@media print {
  body { max-width: none; margin: 0; font-size: 10pt; }
  details, tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; opacity: 1; }
}
`;
