import { sep } from 'node:path';

/** Whether a path is that of a folder, or lies in it. Both are whole, and no link is followed. */
export const isInside = (path: string, folder: string): boolean => {
  const outer = folder.endsWith(sep) ? folder : folder + sep;
  return path === folder || path + sep === outer || path.startsWith(outer);
};
