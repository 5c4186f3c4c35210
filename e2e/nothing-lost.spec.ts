import type { Page } from '@playwright/test';
import { startDossier } from './support/candidate.ts';
import { inspectPage } from './support/inspect.ts';
import { ownCall } from './support/own-call.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './support/test.ts';

type Sql = Parameters<typeof ownCall>[0];
const structure = { name: 'Pays de Test', kind: 'Département', territory: 'Test', population: '12 345' };
const SAVED = /^Enregistré à/;
const KEPT_HERE = /Enregistré sur cet ordinateur, pas encore sur le serveur/;

/** Somebody new, with a dossier on a call of their own. */
async function newcomer(page: Page, signIn: (email: string) => Promise<void>, sql: Sql) {
  const call = await ownCall(sql, 'rien-perdu');
  const email = `r-${process.hrtime.bigint()}@territoire.example`;
  await signIn(email);
  const hub = await startDossier(page, call, structure);
  return { call, hub, email, dossierId: hub.split('/').at(-1) ?? '' };
}

async function stored(sql: Sql, dossierId: string, section: string): Promise<Record<string, string>> {
  const [row] = await sql('SELECT answers FROM dossier_sections WHERE dossier_id = $1 AND code = $2', [dossierId, section]);
  return (row?.answers ?? {}) as Record<string, string>;
}

const endSessions = (sql: Sql, email: string) =>
  sql('DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE email = $1)', [email]);
const draftsIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ owner: string; fields: string }[]>((resolve, reject) => {
        const opening = indexedDB.open('tani');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const base = opening.result;
          if (!base.objectStoreNames.contains('brouillons')) {
            base.close();
            indexedDB.deleteDatabase('tani'); // opened by this very look
            return resolve([]);
          }
          const all = base.transaction('brouillons').objectStore('brouillons').getAll();
          all.onsuccess = () => {
            base.close();
            resolve(all.result);
          };
        };
      }),
  );

/**
 * Cuts this page off from the server for good: what a page sends as it closes goes past the browser's own « offline ».
 * What then comes back can only come from the browser.
 */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    Object.assign(window, { fetchOnline: window.fetch, fetch: () => Promise.reject(new TypeError('cut off')) });
  });
const reconnect = (page: Page) =>
  page.evaluate(() => {
    window.fetch = (window as unknown as { fetchOnline: typeof fetch }).fetchOnline;
  });

async function lastCode(page: Page, email: string): Promise<string> {
  const mails = (await (await page.request.get(`/demo/courrier.json?a=${encodeURIComponent(email)}`)).json()) as { text: string }[];
  const [, a = '', b = ''] = /(\d{3}) (\d{3})/.exec(mails[0]?.text ?? '') ?? [];
  return a + b;
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test('offline at 20 random moments while a whole sheet is typed, pages reloaded, windows closed, sessions ended: no character is lost', async ({
  page: first,
  context,
  signIn,
  sql,
}) => {
  test.slow(); // twenty interruptions, most with a page to load again
  const { hub, email, dossierId } = await newcomer(first, signIn, sql);
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.log(`nothing-lost: SEED=${seed}`);
  const random = randomFrom(seed);
  const section = 'fiche-4'; // five long answers
  let page = first;
  await page.goto(`${hub}/${section}`);
  const names = await page.locator('form textarea').evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).name));
  expect(names).toHaveLength(5);

  const words = 'Le pays accompagne, « près de chez eux », les habitants : œuvre d’été, 10 000 €, naïveté ; élan – où ?\n'.split(/(?<= )/);
  const texts = Object.fromEntries(
    names.map((name) => [name, Array.from({ length: 26 }, () => words[Math.floor(random() * words.length)]).join('')]),
  );
  const pieces = names.flatMap((name) => (texts[name]?.match(/[\s\S]{1,18}/g) ?? []).map((piece) => ({ name, piece })));
  const moments = new Set<number>();
  while (moments.size < 20) moments.add(1 + Math.floor(random() * (pieces.length - 1)));
  const told = new Map<string, number>();
  const tell = (what: string) => told.set(what, (told.get(what) ?? 0) + 1);

  let offline = false;
  const typed: Record<string, string> = {};
  for (const [rank, { name, piece }] of pieces.entries()) {
    if (moments.has(rank)) {
      offline = true;
      await context.setOffline(true);
      await cutOff(page);
    }
    const field = page.locator(`textarea[name="${name}"]`);
    await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(area.value.length, area.value.length));
    await field.pressSequentially(piece);
    typed[name] = (typed[name] ?? '') + piece;
    if (!offline) continue;

    // Cut off from the server, the screen never says it is saved there.
    expect(await page.getByText(SAVED).count(), `said to be saved while offline, SEED=${seed}`).toBe(0);
    const what = random();
    if (what < 0.25) {
      await field.blur();
      await expect(page.getByRole('alert').filter({ hasText: KEPT_HERE })).toBeVisible();
      tell('waited offline');
    } else if (what < 0.5) {
      // The window is closed at once; another is opened when the network is back.
      const next = await context.newPage();
      await page.close();
      page = next;
      tell('closed');
    } else if (what < 0.75) {
      await page.goto('about:blank');
      tell('left');
    } else {
      await endSessions(sql, email);
      tell('session ended');
    }
    if (what < 0.25 || what >= 0.75) await reconnect(page);
    await context.setOffline(false);
    offline = false;
    if (what < 0.25) await expect(page.getByText(SAVED).first()).toBeVisible();
    else if (what < 0.75) {
      await page.goto(`${hub}/${section}`);
      await expect(page.getByText('Nous avons retrouvé ce que vous aviez écrit')).toBeVisible();
      for (const [written, text] of Object.entries(typed)) await expect(page.locator(`textarea[name="${written}"]`)).toHaveValue(text);
      await expect(page.getByText('Cette page a été modifiée entre-temps')).toHaveCount(0);
    } else {
      const panel = page.getByRole('region', { name: 'Votre session a pris fin' });
      await expect(panel).toBeVisible();
      expect(await page.getByText(SAVED).count()).toBe(0);
      await signInAgain(page, email);
      await expect(panel).toHaveCount(0);
    }
  }
  await page.locator('textarea').first().blur();
  await expect(page.getByText(SAVED).first()).toBeVisible();
  const onServer = async () => {
    const answers = await stored(sql, dossierId, section);
    return Object.fromEntries(names.map((name) => [name, answers[name]]));
  };
  await expect.poll(onServer, `SEED=${seed}`).toEqual(typed);
  expect(typed).toEqual(texts);
  console.log(
    `nothing-lost: ${Object.values(texts).join('').length} characters, ${[...told].map(([what, n]) => `${what} ${n}`).join(', ')}, 0 lost`,
  );
  await expect.poll(() => draftsIn(page)).toEqual([]);
});

const question = 'Comment en êtes-vous venu à vous intéresser aux enjeux de l’inclusion numérique ?';

/** The panel that signs in again without leaving the page. */
async function signInAgain(page: Page, email: string): Promise<void> {
  const panel = page.getByRole('region', { name: 'Votre session a pris fin' });
  await panel.getByRole('button', { name: 'Recevoir un code' }).click();
  await expect(panel.getByText('Un courriel vient de partir')).toBeVisible();
  await panel.getByLabel('Code à six chiffres').fill(await lastCode(page, email));
  await panel.getByRole('button', { name: 'Me reconnecter' }).click();
}

test('two people on one page: both texts side by side, joined by a person, with nothing lost on either side', async ({
  page,
  signIn,
  sql,
  browser,
  baseURL,
}) => {
  const { hub, dossierId } = await newcomer(page, signIn, sql);
  const email = `noemie-${process.hrtime.bigint()}@territoire.example`;
  const context = await browser.newContext({ baseURL, locale: 'fr-FR' });
  const other = await context.newPage();
  await signIn(email, other);
  await sql("UPDATE users SET name = 'Noémie Petit' WHERE email = $1", [email]);
  await sql("INSERT INTO dossier_members (dossier_id, user_id, role) SELECT $1, id, 'contributor' FROM users WHERE email = $2", [
    dossierId,
    email,
  ]);
  for (const who of [page, other]) await who.goto(`${hub}/fiche-2`);
  await other.getByLabel(question).fill('Nous avons ouvert douze lieux.');
  await expect(other.getByText(SAVED)).toBeVisible();
  await page.getByLabel(question).fill('Nous avons ouvert dix lieux en 2019.');
  const panel = page.getByRole('alert').filter({ hasText: 'Cette page a été modifiée entre-temps' });
  await expect(panel.getByText(/^Celle de Noémie Petit, enregistrée à \d+.h.\d\d$/)).toBeVisible();
  await expect(panel.locator('ins')).toHaveText(['dix', ' en 2019', 'douze']);
  await expect(page.getByText(SAVED)).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  await panel.getByRole('button', { name: /Prendre l’autre/ }).click();
  await expect(page.getByLabel(question)).toHaveValue('Nous avons ouvert douze lieux.');
  await panel.getByRole('button', { name: /Garder la mienne/ }).click();
  await expect(page.getByLabel(question)).toHaveValue('Nous avons ouvert dix lieux en 2019.');
  await panel.getByRole('button', { name: /Mettre les deux à la suite/ }).click();
  const both = 'Nous avons ouvert dix lieux en 2019.\n\nNous avons ouvert douze lieux.';
  await expect(page.getByLabel(question)).toHaveValue(both);
  await panel.getByRole('button', { name: 'Enregistrer ce qui est dans le formulaire' }).click();
  await expect(page.getByText(SAVED)).toBeVisible();
  await expect(panel).toHaveCount(0);
  expect((await stored(sql, dossierId, 'fiche-2'))['2-1']).toBe(both);
  await context.close();
});

test('a text found in the browser after somebody else saved: nothing goes over theirs, and a person chooses', async ({
  page,
  context,
  signIn,
  sql,
}) => {
  const { hub, dossierId } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/fiche-2`);
  await page.getByLabel(question).fill('Commun');
  await expect(page.getByText(SAVED)).toBeVisible();
  await cutOff(page);
  await page.getByLabel(question).fill('Commun, écrit dans le train');
  await expect(page.getByRole('alert').filter({ hasText: KEPT_HERE })).toBeVisible();
  const other = await context.newPage();
  await page.close();
  await sql(
    `UPDATE dossier_sections SET answers = jsonb_set(answers, '{2-1}', '"Commun, écrit au bureau"'), version = version + 1, updated_at = now()
     WHERE dossier_id = $1 AND code = 'fiche-2'`,
    [dossierId],
  );
  await other.goto(`${hub}/fiche-2`);
  await expect(other.getByText('Nous avons retrouvé ce que vous aviez écrit')).toBeVisible();
  await expect(other.getByRole('blockquote')).toHaveText(['Commun, écrit dans le train', 'Commun, écrit au bureau']);
  await expect(other.getByLabel(question)).toHaveValue('Commun, écrit dans le train');
  expect((await stored(sql, dossierId, 'fiche-2'))['2-1']).toBe('Commun, écrit au bureau');
  await other.getByRole('button', { name: /Prendre l’autre/ }).click();
  await other.getByRole('button', { name: 'Enregistrer ce qui est dans le formulaire' }).click();
  await expect(other.getByText(SAVED)).toBeVisible();
  await expect.poll(() => draftsIn(other)).toEqual([]);
});

test('without scripts: both versions are shown, and a session that ended loses no word of what is posted', async ({
  withoutScripts: page,
  page: elsewhere,
  signIn,
  signInByCode,
  sql,
}) => {
  const call = await ownCall(sql, 'sans-script');
  const email = `s-${process.hrtime.bigint()}@territoire.example`;
  await signIn(email, page);
  const hub = await startDossier(page, call, structure);
  const dossierId = hub.split('/').at(-1) ?? '';
  await signIn(email, elsewhere);
  await page.goto(`${hub}/fiche-2`);
  await elsewhere.goto(`${hub}/fiche-2`);
  await elsewhere.getByLabel(question).fill('Écrit ailleurs');
  await expect(elsewhere.getByText(SAVED)).toBeVisible();
  await page.getByLabel(question).fill('Écrit sans scripts');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.getByRole('blockquote')).toHaveText(['Écrit sans scripts', 'Écrit ailleurs']);
  await expect(page.getByText(/^Celle de votre autre fenêtre/)).toBeVisible();
  await expect(page.getByLabel(question)).toHaveValue('Écrit sans scripts');

  await endSessions(sql, email);
  await page.getByLabel(question).fill('Écrit sans scripts ni session « œuvre »\nfin');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Votre session a pris fin' })).toBeVisible();
  await expect(page.getByLabel(question)).toHaveValue('Écrit sans scripts ni session « œuvre »\nfin');
  await expectNoSidewaysScroll(page);
  expect((await stored(sql, dossierId, 'fiche-2'))['2-1']).toBe('Écrit ailleurs');
  // Signed in again in another window of the same browser.
  const window = await page.context().newPage();
  await signInByCode(email, window);
  await page.getByRole('button', { name: 'Envoyer de nouveau' }).click();
  await page.waitForURL(`${hub}/fiche-3`);
  await page.goto(`${hub}/messages`);
  await page.getByRole('textbox').fill('Une question\nlongue');
  await endSessions(sql, email);
  await page.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('Une question\nlongue');
  await signInByCode(email, window);
  await page.getByRole('button', { name: 'Envoyer de nouveau' }).click();
  await expect(page.getByText('Votre message est parti')).toBeVisible();
  expect((await stored(sql, dossierId, 'fiche-2'))['2-1']).toBe('Écrit sans scripts ni session « œuvre »\nfin');
});

test('the session ends while typing: signed in again in place, what waits goes; as somebody else, nothing does', async ({
  page,
  context,
  signIn,
  signInByCode,
  sql,
}) => {
  const { hub, email, dossierId } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/fiche-2`);
  await page.getByLabel(question).fill('Avant');
  await expect(page.getByText(SAVED)).toBeVisible();
  await endSessions(sql, email);
  await page.getByLabel(question).pressSequentially(', puis après');
  const panel = page.getByRole('region', { name: 'Votre session a pris fin' });
  await expect(panel).toBeVisible();
  await expect(page.getByLabel(question)).toBeFocused(); // it does not take the hand of whoever writes
  await expect(page.getByText(SAVED)).toHaveCount(0);
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page).toHaveURL(`${hub}/fiche-2`);
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  await panel.getByRole('button', { name: 'Recevoir un code' }).click();
  await panel.getByLabel('Code à six chiffres').fill('000000');
  await panel.getByRole('button', { name: 'Me reconnecter' }).click();
  await expect(panel.getByText(/Ce code n’est pas le bon/)).toBeVisible();
  await panel.getByLabel('Code à six chiffres').fill(await lastCode(page, email));
  await panel.getByRole('button', { name: 'Me reconnecter' }).click();
  await expect(page.getByText(SAVED)).toBeVisible();
  expect((await stored(sql, dossierId, 'fiche-2'))['2-1']).toBe('Avant, puis après');

  // Somebody else signs in, in another window of the same browser.
  const window = await context.newPage();
  await context.setOffline(true);
  await page.getByLabel(question).fill('Secret de la première personne');
  await expect(page.getByRole('alert').filter({ hasText: KEPT_HERE })).toBeVisible();
  await endSessions(sql, email);
  await context.setOffline(false);
  await signInByCode(`autre-${process.hrtime.bigint()}@territoire.example`, window);
  await page.getByLabel(question).press('End');
  await page.getByLabel(question).blur();
  await expect(page.getByRole('alert').filter({ hasText: 'cette page a été ouverte avec une autre' })).toBeVisible();
  expect((await stored(sql, dossierId, 'fiche-2'))['2-1']).toBe('Avant, puis après');
  await window.reload();
  await expect.poll(() => draftsIn(window)).toEqual([]);
  await expect(page.getByLabel(question)).toHaveValue('Secret de la première personne');
});

test('signing out asks first when something waits, then leaves nothing in the browser', async ({ page, context, signIn, sql }) => {
  const { hub, email } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/fiche-2`);
  await page.route('**/api/brouillons/**', (route) => route.abort());
  await page.getByLabel(question).fill('Pas encore parti');
  await expect(page.getByRole('alert').filter({ hasText: KEPT_HERE })).toBeVisible();
  expect(await draftsIn(page)).toHaveLength(1);
  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page).toHaveURL(`${hub}/fiche-2`);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();
  expect(await draftsIn(page)).toEqual([]);

  // Posted by itself, without our scripts: the header of the answer has the browser erase it.
  await signIn(email);
  await page.goto(`${hub}/fiche-2`);
  await page.getByLabel(question).fill('Pas encore parti non plus');
  await expect(page.getByRole('alert').filter({ hasText: KEPT_HERE })).toBeVisible();
  await page.evaluate(() => (document.querySelector('form[action="/api/deconnexion"]') as HTMLFormElement).submit());
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();
  expect(await draftsIn(page)).toEqual([]);
  expect((await context.cookies()).filter(({ name }) => name.endsWith('tani-session'))).toEqual([]);
});

test('a browser that keeps nothing: the screen says to keep the page open; a server that restarts is tried again', async ({
  browser,
  baseURL,
  signIn,
  sql,
}) => {
  const context = await browser.newContext({ baseURL, locale: 'fr-FR' });
  await context.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const page = await context.newPage();
  const { hub, dossierId } = await newcomer(page, (email) => signIn(email, page), sql);
  await page.goto(`${hub}/fiche-2`);
  let tries = 0;
  await page.route('**/api/brouillons/**', (route) => {
    tries += 1;
    return route.fulfill({ status: 503, contentType: 'text/html', body: 'Service unavailable' });
  });
  await page.getByLabel(question).fill('Rien ne le garde');
  await expect(page.getByRole('alert').filter({ hasText: 'Gardez cette page ouverte' })).toBeVisible();
  await expect(page.getByText(/Enregistré/)).toHaveCount(0);
  await page.unroute('**/api/brouillons/**');
  await expect(page.getByText(SAVED)).toBeVisible({ timeout: 15_000 });
  expect(tries).toBeGreaterThan(0);
  expect((await stored(sql, dossierId, 'fiche-2'))['2-1']).toBe('Rien ne le garde');
  await context.close();
});

test('the deposit closes while a page is written: it says so, keeps the text to be copied, and never says it is saved', async ({
  page,
  enterAs,
  signIn,
  sql,
  browser,
  baseURL,
}) => {
  const { call, hub, dossierId } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/fiche-2`);
  await page.getByLabel(question).fill('À temps');
  await expect(page.getByText(SAVED)).toBeVisible();

  const administration = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await enterAs('Agathe Morel', administration);
  await closeEarly(administration, call);
  await administration.context().close();

  await page.getByLabel(question).pressSequentially(', et trop tard');
  const refusal = page.getByRole('alert').filter({ hasText: 'Le dépôt est clos' });
  await expect(refusal).toContainText('n’est pas enregistré');
  await expect(page.getByText(SAVED)).toHaveCount(0);
  await expect(page.getByLabel(question)).toHaveValue('À temps, et trop tard');
  expect((await stored(sql, dossierId, 'fiche-2'))['2-1']).toBe('À temps');
  await page.reload();
  const left = page.getByRole('region', { name: /n’est pas arrivé à temps/ });
  await expect(left.getByRole('blockquote')).toHaveText('À temps, et trop tard');
  await inspectPage(page);
  await left.getByRole('button', { name: 'Effacer ce texte de cet ordinateur' }).click();
  await expect.poll(() => draftsIn(page)).toEqual([]);
});

/** Brings the closing of this call forward, as an administrator does. */
async function closeEarly(page: Page, callCode: string): Promise<void> {
  await page.goto('/administration');
  const call = page.getByRole('article').filter({ hasText: callCode });
  await call.getByText('Clore avant la date').click();
  await call.getByRole('button', { name: 'Avancer la clôture à maintenant' }).click();
  await expect(page).toHaveURL(/fait=cloture/);
}
