import { describe, expect, test } from 'vitest';
import { drawingTrouble } from '../../src/data/guard/drawing.ts';
import { model } from '../../src/domain/findings/model.ts';
import { briefly } from '../support/reading.ts';

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

const hostile: readonly string[] = [
  svg('<script>alert(1)</script>'),
  svg('<script href="#x"/>'),
  svg('<SCRIPT>alert(1)</SCRIPT>'),
  '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>',
  svg('<g><g><script/></g></g>'),
  svg('<foreignObject><p>x</p></foreignObject>'),
  svg('<h:body xmlns:h="http://www.w3.org/1999/xhtml"><h:p>x</h:p></h:body>'),
  svg(
    '<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0; url=https://example.com"/>',
  ),
  svg('<p xmlns="http://www.w3.org/1999/xhtml">x</p>'),
  '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
  svg('<iframe/>'),
  svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
  svg('<set attributeName="onclick" to="alert(1)"/>'),
  svg('', 'onload="alert(1)"'),
  svg('<path onclick="alert(1)"/>'),
  svg('<path ONCLICK="alert(1)"/>'),
  svg('<path onany="x"/>'),
  svg('<a href="javascript:alert(1)"><path/></a>'),
  svg('<a xlink:href="javascript:alert(1)" xmlns:xlink="http://www.w3.org/1999/xlink"/>'),
  svg('<a l:href="java&#115;cript:alert(1)" xmlns:l="http://www.w3.org/1999/xlink"/>'),
  svg('<a href="https://example.com"/>'),
  svg('<image href="https://example.com/x.png"/>'),
  svg('<image href="//example.com/x.png"/>'),
  svg('<image href="x.png"/>'),
  svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
  svg('<use href="https://example.com/x.svg#a"/>'),
  svg('<feImage href="https://example.com/x.png"/>'),
  svg('<path src="https://example.com/x"/>'),
  svg('<path fill="url(https://example.com/x)"/>'),
  svg(`<path fill="url('https://example.com/x#a')"/>`),
  svg('<path style="fill: URL( //example.com/x )"/>'),
  svg('<path style="fill: u\\72l(//example.com/x)"/>'),
  svg('<style>@import "https://example.com/x.css";</style>'),
  svg('<style>@IMPORT url(x.css);</style>'),
  svg('<style>@imp<!-- -->ort "https://example.com/x.css";</style>'),
  svg('<style><![CDATA[@imp]]><![CDATA[ort "x.css"]]></style>'),
  svg('<style>@\\69mport "https://example.com/x.css";</style>'),
  svg('<style>path { fill: url(https://example.com/x) }</style>'),
  svg('<style>@font-face { src: url(data:font/woff2;base64,AA==) }</style>'),
  svg('<style>svg { background: image-set("https://example.com/x.png" 1x) }</style>'),
  svg('<style>@import &quot;x.css&quot;</style>'),
  `<?xml version="1.0"?><?xml-stylesheet href="https://example.com/x.css"?>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`,
  `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('')}`,
  svg('<path>'),
  'no drawing at all',
  '<svg',
  '{}',
];

const harmless: readonly string[] = [
  model['postmortems/queue.svg'] ?? '',
  svg('<path d="M0 0 9 9" fill="#fff" stroke-width="2"/>'),
  `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- made by hand -->\n${svg('<title>Queue age</title><desc>Rising</desc>', 'viewBox="0 0 9 9" role="img"')}\n`,
  svg(
    '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><path fill="url(#a)"/>',
  ),
  svg(`<path fill="url('#a')"/><path style='fill: url("#a")'/><path clip-path="url( #a )"/>`),
  svg(
    '<g id="b"/><use href="#b"/><use xlink:href="#b" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
  ),
  svg('<style>path { fill: red } .a { mask: url(#m) }</style><path class="a"/>'),
  svg('<style><![CDATA[path > g { fill: red }]]></style>'),
  svg('<text x="1">We import url(x) and on \\ javascript: for 5 &lt; 6</text>'),
  svg(
    '<metadata/><path i:label="C:\\drawings\\x.svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape"/>',
  ),
  '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path/></s:svg>',
];

describe('a drawing is refused', () => {
  test.each(hostile)('%s', (text) => {
    expect(drawingTrouble(text)).toBeTypeOf('string');
  });
});

describe('a drawing is let pass', () => {
  test.each(harmless)('%s', (text) => {
    expect(drawingTrouble(text)).toBeUndefined();
  });
});

test.each(['postmortems/queue.svg', 'postmortems/QUEUE.SVG', 'postmortems/graphs/late.Svg'])(
  'a drawing that runs is found in %s',
  (file) => {
    const { 'postmortems/queue.svg': _, ...files } = model;
    expect(briefly({ ...files, [file]: svg('<script/>') })).toEqual([
      `content-picture ${file}:1:1`,
    ]);
  },
);
