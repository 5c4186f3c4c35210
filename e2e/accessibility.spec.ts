import type { Page } from '@playwright/test';
import { ownAddress } from './support/address.ts';
import { startDossier } from './support/candidate.ts';
import { inspectPage, inspectPages } from './support/inspect.ts';
import { ownCall } from './support/own-call.ts';
import { expect, freshSiren, test } from './support/test.ts';

test.describe.configure({ timeout: 180_000 });

const year = new Date().getFullYear();
const sections = [
  'categorie',
  'presentation',
  'motivation',
  'lettre',
  'fiche-1',
  'fiche-2',
  'fiche-3',
  'fiche-4',
  'fiche-5',
  'fiche-6',
  'fiche-7',
  'referent',
];

test('public pages, the empty, the full and the missing', async ({ page, sql }) => {
  const [paper] = await sql("SELECT code FROM issued_documents WHERE kind = 'charter' AND state = 'ready' LIMIT 1");
  await inspectPages(page, [
    '/',
    '/appel',
    `/appel/essai-${year}`,
    '/territoires',
    '/verifier',
    '/verifier/INCONNU',
    `/verifier/${paper?.code}`,
    '/plan-du-site',
    '/accessibilite',
    '/mentions-legales',
    '/donnees-personnelles',
    '/affichage',
    '/demo',
    '/demo/courrier',
    '/cette-page-n-existe-pas',
    '/connexion?erreur=lien',
    '/connexion/code?demande=x&courriel=a@b.example&erreur=code',
    '/connexion/lien?courriel=a@b.example&jeton=x',
  ]);
  await page.goto('/connexion');
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await expect(page.getByText(/adresse de courriel complète/).first()).toBeVisible();
  await inspectPage(page);
});

test('the candidate’s pages: empty, with errors, in conflict, submitted', async ({ page, signIn, sql }) => {
  const call = await ownCall(sql, 'axe');
  await signIn(ownAddress('axe'));
  await inspectPages(page, [
    '/candidature',
    `/candidature/nouveau?appel=${call}&q=valence`,
    `/candidature/nouveau?appel=${call}&saisie=libre`,
  ]);
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'à corriger' })).toBeVisible();
  await inspectPage(page);

  const siren = freshSiren();
  const hub = await startDossier(page, call, { name: 'Pays', kind: 'Département', siren, territory: 'T', population: '1' });
  await inspectPages(page, [hub, ...sections.map((section) => `${hub}/${section}`), `${hub}/verifier`, `${hub}/supprimer`]);

  await page.goto(`${hub}/referent`);
  await page.getByLabel('Courriel', { exact: true }).fill('pas une adresse');
  await page
    .getByRole('button', { name: /Enregistrer/ })
    .first()
    .click();
  await expect(page.getByRole('alert').filter({ hasText: 'à corriger' })).toBeVisible();
  await inspectPage(page);

  await page.goto(`${hub}/fiche-2`);
  const answer = page.getByLabel(/Comment en êtes-vous venu/);
  await answer.fill('Écrit d’abord');
  await expect(page.getByText(/Enregistré à/)).toBeVisible();
  await sql("UPDATE dossier_sections SET version = version + 1 WHERE dossier_id = $1 AND code = 'fiche-2'", [hub.split('/').at(-1)]);
  await answer.fill('Écrit ici');
  await expect(page.getByText('Cette page a été modifiée entre-temps')).toBeVisible();
  await inspectPage(page);
});

test('the spaces of candidates at every status', async ({ page, enterAs, sql }) => {
  const owners = await sql(
    `SELECT DISTINCT ON (d.status, d.submitted_version > 0) u.name, d.id, d.submitted_version FROM dossiers d
     JOIN dossier_members m ON m.dossier_id = d.id JOIN users u ON u.id = m.user_id JOIN calls c ON c.id = d.call_id
     WHERE c.code IN ($1, $2, $3) AND u.name <> ''`,
    [`essai-${year - 1}`, `essai-${year}`, `essai-${year + 1}`],
  );
  expect(owners.length).toBeGreaterThan(5);
  for (const { name, id, submitted_version: submitted } of owners) {
    await enterAs(String(name));
    await inspectPages(page, [`/candidature/${id}`, ...(Number(submitted) > 0 ? [`/candidature/${id}/depot`] : [])]);
  }
});

test('the pages of instruction: list, nothing found, sealed, dossier, review', async ({ page, enterAs, sql }) => {
  await enterAs('Inès Lacombe');
  const list = `/instruction?appel=essai-${year}`;
  await inspectPages(page, [list, `${list}&q=introuvable`, `/instruction?appel=essai-${year + 1}`]);
  for (const status of ['submitted', 'admissible', 'inadmissible']) {
    await inspectPages(page, [`/instruction/${await anyDossier(sql, status)}`]);
  }
  await page.goto(`/instruction/${await anyDossier(sql, 'submitted')}`);
  await sendEmptyDecision(page);
  await inspectPage(page);
});

test('the pages of the committee and of the administration', async ({ page, enterAs, sql }) => {
  await enterAs('Noé Castel');
  await inspectPages(page, [
    `/comite?appel=essai-${year}`,
    `/comite?appel=essai-${year - 1}`,
    `/comite/${await anyDossier(sql, 'admissible')}`,
    `/comite/${await anyDossier(sql, 'laureate')}`,
  ]);
  await enterAs('Agathe Morel');
  const laureates = await sql("SELECT d.id FROM dossiers d JOIN calls c ON c.id = d.call_id WHERE c.code = $1 AND status = 'laureate'", [
    `essai-${year - 1}`,
  ]);
  await inspectPages(page, ['/administration', ...laureates.map(({ id }) => `/administration/chartes/${id}`)]);
});

test('a dossier is created with the keyboard alone, and the focus is always seen', async ({ page, signIn, sql }) => {
  const call = await ownCall(sql, 'clavier');
  await signIn(ownAddress('clavier'));
  await page.goto(`/candidature/nouveau?appel=${call}&saisie=libre`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  const field = (label: string) => page.getByLabel(label);
  await tabTo(page, 'Nom de la structure');
  await page.keyboard.type('Pays du Clavier');
  await tabTo(page, 'Intercommunalité ou métropole');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await tabTo(page, 'Numéro SIREN');
  await page.keyboard.type(freshSiren());
  await tabTo(page, 'Territoire concerné');
  await page.keyboard.type('Clavier');
  await expect(field('Territoire concerné')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/candidature\/[0-9a-f-]{36}$/);
});

/** A dossier of the demonstration's closed calls at this status. */
async function anyDossier(sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>, status: string): Promise<string> {
  const [row] = await sql(
    'SELECT d.id FROM dossiers d JOIN calls c ON c.id = d.call_id WHERE c.code IN ($1, $2) AND d.status = $3 ORDER BY d.number LIMIT 1',
    [`essai-${year - 1}`, `essai-${year}`, status],
  );
  return String(row?.id);
}

async function sendEmptyDecision(page: Page): Promise<void> {
  const reason = page.getByLabel('Raison').first();
  // Scripts that come between both gestures of emptying, selecting then erasing, undo the selection.
  await expect(async () => {
    await reason.fill('');
    expect(await reason.inputValue()).toBe('');
  }).toPass();
  await page.getByRole('button', { name: 'Enregistrer la décision' }).first().click();
  await expect(page.getByRole('alert').filter({ hasText: 'Écrivez la raison de votre décision' })).toBeVisible();
}

/** Presses Tab until the field of this label has the focus; at each step the focus must be drawn. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const drawn = (e: Element | null) => e !== null && getComputedStyle(e).outlineStyle !== 'none';
      const labels = [...((element as HTMLInputElement).labels ?? [])];
      const before = labels.map((one) => getComputedStyle(one, '::before').outlineStyle !== 'none');
      return {
        name: labels.map((one) => one.textContent ?? '').join(' '),
        outlined: drawn(element) || before.includes(true),
        tag: element.tagName,
      };
    });
    expect(seen.outlined, `the focus is drawn on ${seen.tag} ${seen.name}`).toBe(true);
    if (seen.name.includes(label)) return;
  }
  throw new Error(`the Tab key never reached « ${label} »`);
}
