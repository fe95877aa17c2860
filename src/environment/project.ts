import { fileURLToPath } from 'node:url';

/** The folder of Ownup itself, with a slash at its end. Wrong once this file is bundled: pages do not ask for it. */
export const project = fileURLToPath(new URL('../../', import.meta.url));
