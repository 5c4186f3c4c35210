import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../lib/infra/settings.ts';

describe('the settings', () => {
  it('have safe defaults: local, with the demonstration on its own database only', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
      DEMONSTRATION: true,
      STATE_BRAND: false,
    });
    expect(readSettings({ DATABASE_URL: 'postgresql://db/tani' }).DEMONSTRATION).toBe(false);
    expect(readSettings({ DATABASE_URL: 'postgresql://db/tani', DEMONSTRATION: 'on' }).DEMONSTRATION).toBe(true);
    expect(readSettings({ PORT: '8080' }).PUBLIC_URL).toBe('http://localhost:8080');
    expect(readSettings({ DATA_DIR: 'data' }).DATA_DIR).toBe(path.resolve('data'));
  });

  it('an empty value counts as absent, so that .env.example can be copied as it is', () => {
    expect(readSettings({ SMTP_URL: '', PORT: ' ' })).toEqual(readSettings({}));
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://db/tani'],
    ['DATABASE_URL', 'nowhere'],
    ['PUBLIC_URL', 'tani.gouv.fr'],
    ['SMTP_URL', 'http://mail'],
    ['AUTH_SECRET', 'too short'],
    ['DEMONSTRATION', 'yes'],
    ['STATE_BRAND', '1'],
    ['ADMINISTRATORS', 'chef'],
  ])('%s = « %s » stops the start with one sentence that names it', (name, value) => {
    const reading = () => readSettings({ [name]: value });
    expect(reading).toThrow(
      new RegExp(
        `^Réglage ${name}\u00a0: la valeur «\u00a0${value.replace(/[/.]/g, '\\$&')}\u00a0» n’est pas utilisable \\(.+\\)\\. Voir \\.env\\.example\\.$`,
      ),
    );
  });

  it('the two files of the seal go together', () => {
    expect(() => readSettings({ SEAL_CERTIFICATE_FILE: '/cert.pem' })).toThrow(/SEAL_KEY_FILE.*SEAL_CERTIFICATE_FILE/);
  });

  it('are all documented in .env.example, and nothing else is', () => {
    const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name).sort();
    const known = Object.keys(
      readSettings({
        SMTP_URL: 'smtp://x',
        AUTH_SECRET: 'x'.repeat(32),
        DATABASE_URL: 'postgres://x/y',
        COMPANY_SEARCH_URL: 'https://recherche.example',
        SEAL_CERTIFICATE_FILE: 'c',
        SEAL_KEY_FILE: 'k',
        SEAL_KEY_PASSPHRASE: 'p',
      }),
    );
    const setByTheLauncher = ['EXPECTED_MIGRATIONS', 'APP_ROOT'];
    expect(documented).toEqual(known.filter((name) => !setByTheLauncher.includes(name)).sort());
  });
});
