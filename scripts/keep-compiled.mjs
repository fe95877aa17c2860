import module from 'node:module';
import { fileURLToPath } from 'node:url';

/** What these load they have just made, under a new name each time: kept, it would only pile up. */
const builds = ['build', 'start', 'dev', 'preview'];

/**
 * Has Node keep what it compiles for the next run of `command`. The folder is Ownup’s own: in one that all users of a machine share, somebody
 * else could put code for us. Where it cannot be written, nothing is kept.
 */
export function keepCompiled(command) {
  if (!builds.includes(command))
    module.enableCompileCache?.(fileURLToPath(new URL('../.cache/compiled', import.meta.url)));
}
