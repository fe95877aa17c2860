const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that Markdown has a counterpart for, or that only lay a page out. */
export const written = names(
  'a b blockquote body br code del div em h1 h2 h3 h4 h5 h6 head hr html i img kbd li ol p pre s samp strike strong table tbody td tfoot th thead tr tt ul var cite',
);

/** Elements that are dropped with all that they hold, because it runs, loads, or was never read as text. */
export const unwritten = names(
  'applet area audio base button canvas caption col colgroup datalist dialog embed form frame frameset iframe link map math meta noembed noframes noscript object option param plaintext script select source style svg template textarea title track video xmp',
);

/** Elements of which only the text is kept. */
export const plain = names(
  'abbr address article aside bdi bdo big center dd details dfn dl dt figcaption figure font footer header hgroup ins label legend main mark nav picture q rp rt ruby section small span sub summary sup time u wbr',
);
