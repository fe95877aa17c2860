#!/usr/bin/env node
// `npm create ownup my-status` is `npx ownup init my-status`.
process.argv.splice(2, 0, 'init');
await import('ownup/command');
