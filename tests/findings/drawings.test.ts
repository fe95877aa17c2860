import { describe, expect, test } from 'vitest';
import { drawingOf } from '../../src/record/picture/drawing.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { drawing } from '../support/pictures.ts';
import { briefly } from '../support/reading.ts';

const svg = (inside: string, attributes = ''): string =>
  drawing(inside, `viewBox="0 0 480 270" ${attributes}`);

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
  svg('<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#c"/></g><path id="c"/>'),
  svg('<g id="a"><use href="#a"/></g>'),
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
  '<svg viewBox="0 0 9 9"><path/></svg>',
  '<s:svg xmlns:s="https://example.com/" viewBox="0 0 9 9"/>',
  '<g xmlns="http://www.w3.org/2000/svg"><svg viewBox="0 0 9 9"/></g>',
  svg('<p:path/>'),
  `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg('<path/>')}`,
  svg('<g>'.repeat(500) + '</g>'.repeat(500)),
  '<svg',
  '{}',
];

const harmless: readonly string[] = [
  svg('<path id="a" d="M0 0"/><use href="#a"/><g id="b"><use href="#a"/></g>'),
  svg('<path d="M0 0 9 9" fill="#fff" stroke-width="2"/>'),
  `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- made by hand -->\n${svg('<title>Queue age</title><desc>Rising</desc>', 'role="img"')}\n`,
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
  '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 480 270"><s:path/></s:svg>',
  `<!-- ${'A long comment. '.repeat(5_000)}-->\n${svg('<path/>')}`,
];

describe('a drawing is refused', () => {
  test.each(hostile)('%s', (text) => {
    expect(drawingOf(text)).toHaveProperty('what');
  });
});

describe('a drawing is let pass', () => {
  test.each(harmless)('%s', (text) => {
    expect(drawingOf(text)).toEqual({ width: 480, height: 270 });
  });
});

test.each(['postmortems/queue.svg', 'postmortems/QUEUE.SVG', 'postmortems/graphs/late.Svg'])(
  'a drawing that runs is found in %s',
  (file) => {
    const { 'postmortems/queue.svg': _, ...files } = exampleRecord;
    expect(briefly({ ...files, [file]: svg('<script/>') })).toEqual([
      `content-picture ${file}:1:1`,
    ]);
  },
);

describe('the size of a drawing is', () => {
  test.each<[attributes: string, width: number, height: number]>([
    ['width="480" height="270"', 480, 270],
    ['width="480px" height="270.4px"', 480, 270],
    ['width=" 4.8e2 " height="+270"', 480, 270],
    ['width="2in" height="2.54cm"', 192, 96],
    ['width="72pt" height="6pc"', 96, 96],
    ['width="25.4mm" height="101.6q"', 96, 96],
    ['width="480" height="270" viewBox="0 0 9 9"', 480, 270],
    ['viewBox="0 0 480 270"', 480, 270],
    ['viewBox=" -10,-10 , 480 270 "', 480, 270],
    ['viewBox="0 0 4.8 2.7"', 5, 3],
    ['viewBox="0 0 .001 .001"', 1, 1],
    ['width="100%" viewBox="0 0 480 270"', 480, 270],
    ['width="100%" height="100%" viewBox="0 0 480 270"', 480, 270],
    ['width="auto" height="20em" viewBox="0 0 480 270"', 480, 270],
    ['width="960" viewBox="0 0 480 270"', 960, 540],
    ['height="540" width="100%" viewBox="0 0 480 270"', 960, 540],
    ['width="0" height="0" viewBox="0 0 480 270"', 480, 270],
    ['width="16384" height="2000"', 16384, 2000],
  ])('with %s: %i × %i', (attributes, width, height) => {
    expect(drawingOf(drawing('', attributes))).toEqual({ width, height });
  });

  test.each([
    '',
    'width="480"',
    'height="270"',
    'width="100%" height="100%"',
    'width="480" height="50%"',
    'width="30em" height="20em"',
    'width="480" height="-270"',
    'width="NaN" height="NaN"',
    'width="1e999" height="1"',
    'width="0x10" height="0x10"',
    'viewBox=""',
    'viewBox="0 0 480"',
    'viewBox="0 0 0 0"',
    'viewBox="0 0 480 -270"',
    'viewBox="0 0 480 270 1"',
    'viewBox="a b c d"',
    'viewBox="0 0 Infinity 1"',
    'viewbox="0 0 480 270"',
  ])('not told by %j', (attributes) => {
    expect(drawingOf(drawing('', attributes))).toMatchObject({
      what: expect.stringContaining('how wide and high'),
    });
  });

  test.each([
    'width="100000" height="100000"',
    'width="16385" height="1"',
    'width="8000" height="8000"',
    'viewBox="0 0 1e8 1"',
  ])('too large with %s', (attributes) => {
    expect(drawingOf(drawing('', attributes))).toMatchObject({
      expected: expect.stringContaining('16384'),
    });
  });
});

describe('a drawing is looked through in a moment', () => {
  test.each([
    ['nested groups', `<svg>${'<g>'.repeat(300_000)}`],
    ['groups with text in them', `<svg>${'<g>x'.repeat(200_000)}`],
    ['blanks in an address', svg(`<path fill="url(${' '.repeat(900_000)}"/>`)],
    ['styles', svg('<style>a</style>'.repeat(60_000))],
    [
      'attributes',
      svg(`<path ${Array.from({ length: 60_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
    ],
    [
      'digits',
      drawing('', `width="${'1'.repeat(900_000)}" viewBox="0 0${' '.repeat(900_000)}9 9x"`),
    ],
  ])('with a megabyte of %s', (_, text) => {
    const began = process.cpuUsage();
    drawingOf(text);
    expect(process.cpuUsage(began).user).toBeLessThan(10_000_000);
  });
});
