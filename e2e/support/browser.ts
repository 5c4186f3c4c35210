import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The one without windows first: it shows nothing to anybody and takes half the time. */
const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export type LaunchOptions = { executablePath: string; args: string[]; env?: Record<string, string> };

/** A Chromium: the one of CHROME_PATH, the system's, otherwise the one an npm package brings along with its libraries. */
export async function chromium(): Promise<LaunchOptions> {
  const args = [
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox'); // Chromium refuses to sandbox itself as root
  const installed = INSTALLED.find((file) => file && existsSync(file));
  return installed ? { executablePath: installed, args } : packed(args);
}

/**
 * Unpacks the Chromium of @sparticuz/chromium once, with the libraries and the list of fonts a bare system lacks. Its own
 * options are made for another use: they switch web security off, so they are not taken.
 */
async function packed(args: string[]): Promise<LaunchOptions> {
  const cache = path.resolve('node_modules/.cache/chromium');
  mkdirSync(cache, { recursive: true });
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = cache; // it unpacks where temporary files go, and would trust what it finds there
  try {
    const { default: pack, inflate } = await import('@sparticuz/chromium');
    const executablePath = await pack.executablePath();
    const archives = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
    const libraries = path.join(await inflate(path.join(archives, 'al2023.tar.br')), 'lib');
    const fonts = path.join(cache, 'fonts.conf');
    const folders = [path.join(cache, 'fonts'), path.resolve('node_modules/@expo-google-fonts/public-sans'), '/usr/share/fonts'];
    writeFileSync(
      fonts,
      `<?xml version="1.0"?><fontconfig>${folders.map((dir) => `<dir>${dir}</dir>`).join('')}<cachedir>${cache}/fonts-cache</cachedir></fontconfig>`,
    );
    const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts } as Record<string, string>;
    return { executablePath, env, args };
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}
