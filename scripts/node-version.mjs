import { basename } from 'node:path';
import { keepCompiled } from './keep-compiled.mjs';

// Runs before every command, also under an old Node, so that the first sentence is a clear one.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `This is Node ${process.versions.node}; Ownup needs Node 24 or newer. On Linux (x64, arm64) \`npm ci\` brings it along for \`npm run …\`; elsewhere install it first.\n`,
  );
  process.exit(1);
}
keepCompiled(basename(process.argv[1] ?? '', '.ts'));
