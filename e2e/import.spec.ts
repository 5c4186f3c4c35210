import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { formDocx } from '../lib/exchange/offline-form/docx.ts';
import { writtenDossiers } from '../tests/import-figures/dossiers.ts';
import { fileVariants } from '../tests/import-figures/files.ts';
import { ownAddress } from './support/address.ts';
import { startDossier } from './support/candidate.ts';
import { inspectPage } from './support/inspect.ts';
import { ownCall } from './support/own-call.ts';
import { expect, test } from './support/test.ts';

test.describe.configure({ timeout: 120_000 });

const invented = writtenDossiers()[0] as ReturnType<typeof writtenDossiers>[number];
const structure = { name: 'Pays', kind: 'Département', territory: 'T', population: '1' };

/** A document on the disk, as a person has one. */
async function onDisk(info: TestInfo, name: string, content: Uint8Array): Promise<string> {
  mkdirSync(info.outputPath(), { recursive: true });
  const file = path.join(info.outputPath(), name);
  await writeFile(file, content);
  return file;
}

async function send(page: Page, file: string): Promise<void> {
  await page.getByLabel('Votre document', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Lire ce document' }).click();
}

test('a dossier written elsewhere is taken up: chosen row by row, corrected, placed, then found in the pages', async ({
  page,
  signIn,
  sql,
}, info) => {
  const call = await ownCall(sql, 'reprise');
  await signIn(ownAddress('reprise'));
  const hub = await startDossier(page, call, structure);
  await page.goto(hub);
  await page.getByRole('link', { name: 'Importer un document déjà écrit' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Importer un document déjà écrit' })).toBeVisible();

  await send(page, await onDisk(info, 'programme.docx', new TextEncoder().encode('<html>')));
  await expect(page.getByRole('alert').filter({ hasText: 'n’est pas un document que nous savons lire' })).toBeVisible();
  await inspectPage(page);

  const variant = fileVariants.find(({ name }) => name.startsWith('.docx, paragraphs'));
  await send(page, await onDisk(info, 'Ma candidature.docx', (await variant?.content(invented)) ?? new Uint8Array()));
  await expect(page.getByRole('heading', { level: 1, name: 'Choisir les réponses à reprendre' })).toBeVisible();
  await expect(page.getByText('Rien n’est encore enregistré.')).toBeVisible();
  await inspectPage(page);

  const row = (question: string) => page.getByRole('listitem', { name: question });
  await expect(row('Quels sont les facteurs clés de succès').getByText('Sûre')).toBeVisible();
  await row('Êtes/serez-vous accompagnés par un tiers')
    .getByLabel(/Texte trouvé/)
    .fill('Pas encore, mais bientôt.');
  await row('Quels sont les facteurs clés de succès').getByText('Ignorer').click();
  await page.getByLabel('Placer dans… (passage 1)').selectOption({ label: 'Présentez votre territoire en quelques paragraphes' });
  for (const undecided of await page
    .getByRole('group')
    .filter({ hasNot: page.getByRole('radio', { checked: true }) })
    .all())
    if (await undecided.getByText('Utiliser', { exact: true }).isVisible()) await undecided.getByText('Utiliser', { exact: true }).click();
  await page.getByRole('button', { name: 'Reprendre ces réponses' }).click();
  await expect(page.getByText('Les réponses choisies sont dans le dossier')).toBeVisible();

  await page.goto(`${hub}/fiche-4`);
  await expect(page.getByLabel(/Êtes\/serez-vous accompagnés/)).toHaveValue('Pas encore, mais bientôt.');
  await expect(page.getByLabel(/Quelles sont\/seront les étapes/)).toHaveValue(/Recenser les lieux et les aidants/);
  await page.goto(`${hub}/fiche-6`);
  await expect(page.getByLabel(/Quels sont les facteurs clés de succès/)).toHaveValue('');
  await page.goto(`${hub}/presentation`);
  await expect(page.getByLabel('Présentez votre territoire en quelques paragraphes')).toHaveValue(/Val d’Exemple/);
  await page.goto(`${hub}/importer`);
  await expect(page.getByRole('link', { name: 'Ma candidature.docx' })).toBeVisible();

  const foreign = { multipart: { document: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Bonjour') } } };
  await page.request.post(`/api/reprises/${hub.split('/').at(-1)}`, { ...foreign, headers: { origin: 'https://ailleurs.example' } });
  expect(await sql('SELECT 1 FROM document_imports WHERE dossier_id = $1', [hub.split('/').at(-1)])).toEqual([]);
});

test('without scripts: the form filled offline comes back, what is left to decide and what changed meanwhile are said', async ({
  withoutScripts: page,
  signIn,
  sql,
}, info) => {
  const call = await ownCall(sql, 'hors-ligne');
  await signIn(ownAddress('hors-ligne'), page);
  const hub = await startDossier(page, call, structure);
  const dossierId = hub.split('/').at(-1);

  await page.goto(`/appel/${call}`);
  const [blank] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /vierge, LibreOffice/ }).click()]);
  expect(blank.suggestedFilename()).toBe(`formulaire-${call}.odt`);
  expect((await readFile(await blank.path())).subarray(0, 2).toString()).toBe('PK');

  const words = ['2. Contexte', 'Tout est parti des accueils de nos mairies, en 2016.', 'Moyens humains', 'Deux agents.'];
  await page.goto(`${hub}/importer`);
  await send(
    page,
    await onDisk(
      info,
      'notes.docx',
      formDocx(
        'Notes',
        words.map((text) => ({ kind: 'note', text })),
      ),
    ),
  );
  const context = page.getByRole('listitem', { name: 'Comment en êtes-vous venu' });
  await expect(context.getByText('À vérifier')).toBeVisible();
  await context.getByLabel(/Texte trouvé/).fill('Tout est parti des accueils, en 2016.');
  await page.getByRole('button', { name: 'Reprendre ces réponses' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Dites si vous reprenez cette réponse' })).toBeVisible();
  await expect(context.getByLabel(/Texte trouvé/)).toHaveValue('Tout est parti des accueils, en 2016.');
  expect(await sql("SELECT 1 FROM dossier_sections WHERE dossier_id = $1 AND code <> 'structure'", [dossierId])).toEqual([]);

  await sql(
    "INSERT INTO dossier_sections (dossier_id, code, answers, updated_by_id) SELECT $1, 'fiche-2', $2, user_id FROM dossier_members WHERE dossier_id = $1",
    [dossierId, { '2-1': 'Écrit par une collègue' }],
  );
  for (const choice of await page.getByLabel('Utiliser', { exact: true }).all()) await choice.check({ force: true });
  await page.getByRole('button', { name: 'Reprendre ces réponses' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '2. Contexte' })).toBeVisible();
  await expect(context.getByText('Écrit par une collègue')).toBeVisible();
  await expect(context.getByLabel('Utiliser le texte du document à la place')).toBeChecked();
  await page.getByRole('button', { name: 'Reprendre ces réponses' }).click();
  await expect(page.getByText('Les réponses choisies sont dans le dossier')).toBeVisible();
  await page.goto(`${hub}/fiche-2`);
  await expect(page.getByLabel(/Comment en êtes-vous venu/)).toHaveValue('Tout est parti des accueils, en 2016.');
});

test('the session ends while answers are chosen: nothing of the choices is lost, with scripts or without', async ({
  page,
  withoutScripts: plain,
  signIn,
  sql,
}, info) => {
  const email = `reprise-${process.hrtime.bigint()}@territoire.example`;
  await signIn(email);
  await signIn(email, plain);
  const hub = await startDossier(page, await ownCall(sql, 'reprise'), structure);
  const words = ['2. Contexte', 'Tout est parti des accueils de nos mairies, en 2016.', 'Moyens humains', 'Deux agents.'];
  const notes = formDocx(
    'Notes',
    words.map((text) => ({ kind: 'note', text })),
  );
  await page.goto(`${hub}/importer`);
  await send(page, await onDisk(info, 'notes.docx', notes));
  await page.waitForURL(/importer\/[0-9a-f-]{36}$/);
  await plain.goto(page.url());
  const textOn = (on: Page) => on.getByRole('listitem', { name: 'Comment en êtes-vous venu' }).getByLabel(/Texte trouvé/);
  const keep = (on: Page) => on.getByRole('button', { name: 'Garder mes choix pour plus tard' }).click();
  const endSessions = () => sql('DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE email = $1)', [email]);

  await textOn(page).fill('Corrigé avec soin.');
  await textOn(plain).fill('Corrigé sans scripts.');
  await endSessions();
  await keep(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Votre session a pris fin' })).toBeVisible();
  await expect(textOn(page)).toHaveValue('Corrigé avec soin.');
  await keep(plain);
  await expect(plain.getByRole('alert').filter({ hasText: 'Votre session a pris fin' })).toBeVisible();
  await expect(plain.getByLabel(/^Texte\s: Comment en êtes-vous venu/)).toHaveValue('Corrigé sans scripts.');

  await signIn(email);
  await keep(page);
  await expect(page.getByText('Vos choix sont gardés')).toBeVisible();
  // Somebody kept other choices since that page was opened: said first, then kept all the same.
  await signIn(email, plain);
  await plain.getByRole('button', { name: 'Envoyer de nouveau' }).click();
  await expect(plain.getByRole('alert').filter({ hasText: 'a gardé d’autres choix' })).toBeVisible();
  await expect(plain.getByLabel(/^Texte\s: Comment en êtes-vous venu/)).toHaveValue('Corrigé sans scripts.');
  await plain.getByRole('button', { name: 'Envoyer de nouveau' }).click();
  await expect(plain.getByText('Vos choix sont gardés')).toBeVisible();
  expect(JSON.stringify(await sql('SELECT choices FROM document_imports WHERE dossier_id = $1', [hub.split('/').at(-1)]))).toContain(
    'Corrigé sans scripts.',
  );
});
