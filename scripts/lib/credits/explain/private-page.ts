interface PageHead {
  /** As HTML. */
  title: string;
  style: string;
  /** What its language is, as attributes. */
  tongue?: string;
  /** What only whoever looks into the file reads, a line. */
  remark?: string;
}

/** How a page begins that is one file, loads nothing, runs nothing, and is for few. */
export const pageBegin = ({ title, style, tongue = 'lang="en"', remark = '' }: PageHead): string =>
  `<!doctype html>
<html ${tongue}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${remark}<style>${style}</style>
</head>
<body>
<main>
`;

export const pageEnd = '</main>\n</body>\n</html>\n';
