import { type MdastNode, mdxToMdast } from 'satteri';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Files } from '../../record/files/files.ts';
import { picturePath } from '../../record/guard/allowed.ts';
import { type Picture, readPicture } from '../../record/picture/picture.ts';

/** A picture as a page shows it: where it lies, and what browsers choose from, the widest first. */
export type ShownPicture = Picture & { file: string; offered: readonly Picture[] };

/** The pictures of a story, by their addresses in its text. */
export type ShownPictures = ReadonlyMap<string, ShownPicture>;

/** The pictures of the stories that pages are made of, by the path of each story. */
export type PicturesOfStories = Map<string, ShownPictures>;

const addressesIn = (node: MdastNode): string[] =>
  node.type === 'image'
    ? [node.url]
    : 'children' in node
      ? node.children.flatMap((child) => addressesIn(child as MdastNode))
      : [];

/** The files of the pictures in a story that the guard has let pass, by their addresses in its text. */
export function pictureFilesIn(body: string): ReadonlyMap<string, string> {
  const root = mdxToMdast(`${body}\n`, { features: { frontmatter: false } });
  return new Map(
    addressesIn(root).map((address) => [address, `postmortems/${picturePath(address) ?? ''}`]),
  );
}

/** Reads and judges each picture, once: what is shown later is what was judged here. */
export function readPictures(
  filesIn: ReadonlyMap<string, string>,
  files: Files,
): { shown: ShownPictures; findings: Finding[] } {
  const read = [...filesIn].map(([address, file]) => ({
    address,
    file,
    ...readPicture(files, file),
  }));
  return {
    shown: new Map(
      read.flatMap(({ address, file, picture }) =>
        picture ? [[address, { ...picture, file, offered: [] }]] : [],
      ),
    ),
    findings: read.flatMap(({ findings }) => findings),
  };
}
