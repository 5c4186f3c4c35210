// npm run dev: the same service, with the web server that rebuilds pages as their files change.
import { existsSync } from 'node:fs';
import { generateClient } from './build.mjs';
import { startStack } from './stack.mjs';

if (existsSync('.env')) process.loadEnvFile('.env');
generateClient();
const port = process.env.PORT ?? '3000';
const stack = await startStack({
  env: { DATA_DIR: process.env.DATA_DIR ?? '.data/dev', PORT: port, NODE_ENV: 'development' },
  web: ['node_modules/next/dist/bin/next', 'dev', '--port', port],
});
console.log(`\n  ➜  ${stack.publicUrl}   (démonstration : ${stack.publicUrl}/demo)\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stack.stop().then(() => process.exit(0)));
