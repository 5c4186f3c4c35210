// npm start: builds if needed, starts everything, says where to go.
import { existsSync } from 'node:fs';
import { SettingsError } from '../lib/infra/settings.ts';
import { build } from './build.mjs';
import { startStack } from './stack.mjs';

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  build();
  const stack = await startStack();
  announce(stack);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      console.log('\n› Arrêt en cours…');
      stack.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(`✗ ${error instanceof SettingsError || error instanceof Error ? error.message : error}`);
  process.exit(1);
}

function announce({ publicUrl, demonstration }) {
  console.log(`\n  ➜  ${publicUrl}\n`);
  if (!demonstration) return;
  console.log('  Démonstration, sans mot de passe : choisissez un rôle sur la page');
  console.log(`  ➜  ${publicUrl}/demo\n`);
}
