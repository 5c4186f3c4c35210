import { createHash, randomBytes } from 'node:crypto';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import pg from 'pg';

export { expect };

type Fixtures = {
  leftOpen: undefined;
  /** Enters as an invented person of the demonstration, by their name. */
  enterAs: (name: string, page?: Page) => Promise<void>;
  /** Opens a session for this address, and its account the first time. No page is opened. */
  signIn: (email: string, page?: Page) => Promise<void>;
  /** Signs in with the code of the mail, as anybody does. */
  signInByCode: (email: string, page?: Page) => Promise<void>;
  /** Runs a statement on the service's database: to look at what is stored, or to let time pass. */
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** A page where scripts are off. */
  withoutScripts: Page;
};

/** Every page of a test must leave the browser's console empty of errors. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the form Playwright asks for
  baseURL: async ({}, use) => use(process.env.SERVICE_URL),
  context: async ({ context }, use) => {
    const errors = watchConsole(context);
    await use(context);
    expect(errors, 'errors in the browser').toEqual([]);
  },
  // What a test opened does not go on working beside the next one.
  leftOpen: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  enterAs: async ({ page }, use) => {
    await use(async (name, on = page) => {
      await on.goto('/demo');
      await on
        .locator('li', { hasText: name })
        .getByRole('button', { name: /Entrer/ })
        .first()
        .click();
      await on.waitForURL((url) => !url.pathname.startsWith('/demo'));
    });
  },
  signIn: async ({ page, sql, baseURL }, use) => {
    await use(async (email, on = page) => {
      const token = randomBytes(32).toString('base64url');
      await sql(
        `WITH account AS (
           INSERT INTO users (id, email, email_verified) VALUES (gen_random_uuid(), $1, now())
           ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id)
         INSERT INTO sessions (id, token_hash, user_id, expires_at)
         SELECT gen_random_uuid(), $2, account.id, now() + interval '1 hour' FROM account`,
        [email, createHash('sha256').update(token).digest('hex')],
      );
      await on.context().addCookies([{ name: 'tani-session', value: token, url: baseURL ?? '', httpOnly: true, sameSite: 'Lax' }]);
    });
  },
  signInByCode: async ({ page, request }, use) => {
    await use(async (email, on = page) => {
      await on.goto('/connexion?suite=/candidature');
      await on.getByLabel('Votre courriel').fill(email);
      await on.getByRole('button', { name: 'Recevoir un code' }).click();
      await on.waitForURL(/connexion\/code/);
      const mails = (await (await request.get(`/demo/courrier.json?a=${encodeURIComponent(email)}`)).json()) as { text: string }[];
      const code =
        /(\d{3}) (\d{3})/
          .exec(mails[0]?.text ?? '')
          ?.slice(1)
          .join('') ?? '';
      await on.getByLabel('Code à six chiffres').fill(code);
      await on.getByRole('button', { name: 'Me connecter' }).click();
      await on.waitForURL(/candidature/);
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: the form Playwright asks for
  sql: async ({}, use) => {
    const client = new pg.Client({ connectionString: process.env.SERVICE_DATABASE_URL });
    await client.connect();
    await use(async (text, values) => (await client.query(text, values)).rows);
    await client.end();
  },
  withoutScripts: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: 'fr-FR' });
    await use(await context.newPage());
    await context.close();
  },
});

/** Nothing for axe to say of this page: WCAG 2.1 A and AA, and the rules RGAA takes up. */
export async function expectAccessible(page: Page): Promise<void> {
  const titled = () => expect(page, 'a page that is still coming has no title yet').toHaveTitle(/./);
  await titled();
  const rules = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'RGAAv4', 'best-practice'] };
  let found = await violations(page, rules);
  // The page before had a title; the one that takes its place was looked at too soon.
  if (found.includes('document-title: html')) {
    await titled();
    found = await violations(page, rules);
  }
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Each text of this page stands out against what is behind it. */
export async function expectContrast(page: Page): Promise<void> {
  expect(await violations(page, { type: 'rule', values: ['color-contrast'] }), `contrast on ${page.url()}`).toEqual([]);
}

/** What axe says of the page, in words. What it approves of is not asked for: listing that takes most of its time. */
async function violations(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run({ runOnly: only, resultTypes: ['violations'] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
  }, runOnly);
}

/** The page holds in its window: nothing to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** A SIREN with a right key, different at each call. */
export function freshSiren(): string {
  const base = String(Math.floor(Math.random() * 90_000_000) + 10_000_000);
  return `${base}${[...'0123456789'].find((key) => hasRightKey(base + key))}`;
}

/** Messages of the browser itself about an expected refusal (404, 409, 422…) are not errors of the page. */
function watchConsole(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text());
  });
  return errors;
}

function hasRightKey(digits: string): boolean {
  const values = [...digits].reverse().map((digit, rank) => Number(digit) * (rank % 2 === 0 ? 1 : 2));
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}
