import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { ownAddress } from './support/address.ts';
import { deposit, letterOnDisk, saveAndContinue, startDossier, typeNewDossier } from './support/candidate.ts';
import { ownCall } from './support/own-call.ts';
import { expect, freshSiren, test } from './support/test.ts';

const structure = { name: 'Pays de Test', kind: 'Département', territory: 'Test', population: '12 345' };
const context = 'Comment en êtes-vous venu à vous intéresser aux enjeux de l’inclusion numérique ?';

/** Somebody new, with a dossier on a call of their own. */
async function newcomer(page: Page, signIn: (email: string) => Promise<void>, sql: Parameters<typeof ownCall>[0]) {
  const call = await ownCall(sql, 'candidat');
  const email = `c-${process.hrtime.bigint()}@territoire.example`;
  await signIn(email);
  const hub = await startDossier(page, call, structure);
  return { call, hub, email, dossierId: hub.split('/').at(-1) ?? '' };
}

test('a wrong SIREN comes back with every word kept and what to do', async ({ page, signIn, sql }) => {
  const call = await ownCall(sql, 'siren');
  await signIn(ownAddress('s'));
  await page.goto(`/candidature/nouveau?appel=${call}&saisie=libre`);
  await page.getByLabel('Nom de la structure').fill('Ma structure « à moi »');
  await page.getByLabel('Territoire concerné').fill('Chez nous');
  await page.getByLabel('Numéro SIREN').fill('123 456 789');
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'à corriger' })).toBeFocused();
  await expect(page.getByRole('link', { name: /Numéro SIREN\s: Ce numéro SIREN n’est pas valide/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Nature de la structure/ })).toBeVisible();
  await expect(page.getByLabel('Nom de la structure')).toHaveValue('Ma structure « à moi »');
  await expect(page.getByLabel('Numéro SIREN')).toHaveValue('123 456 789');
  await expect(page.getByLabel('Territoire concerné')).toHaveValue('Chez nous');
});

test('a second dossier for one structure leads to the first; a draft started by mistake is deleted without scripts, and frees its SIREN', async ({
  withoutScripts: page,
  signIn,
  sql,
}) => {
  const call = await ownCall(sql, 'brouillon');
  await signIn(ownAddress('b'), page);
  const siren = freshSiren();
  const hub = await startDossier(page, call, { ...structure, siren });
  await page.goto('/candidature');
  await page.getByRole('link', { name: 'Commencer un dossier pour une autre structure' }).first().click();
  await page.goto(`/candidature/nouveau?appel=${call}&saisie=libre`);
  await page.getByLabel('Nom de la structure').fill('Encore nous');
  await page.getByLabel('Département', { exact: true }).check({ force: true });
  await page.getByLabel('Numéro SIREN').fill(siren);
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Vous avez déjà un dossier pour cette structure' })).toBeVisible();
  await expect(page.getByLabel('Nom de la structure')).toHaveValue('Encore nous');
  await page.getByRole('link', { name: 'Ouvrir ce dossier' }).click();
  await expect(page).toHaveURL(hub);

  await page.getByRole('link', { name: 'Supprimer ce brouillon' }).click();
  await page.getByRole('link', { name: 'Garder ce brouillon' }).click();
  await expect(page).toHaveURL(hub);
  await page.goto(`${hub}/supprimer`);
  await page.getByRole('button', { name: 'Supprimer définitivement' }).click();
  await expect(page.getByText('Le brouillon est supprimé')).toBeVisible();
  expect((await page.goto(hub))?.status()).toBe(404);
  await startDossier(page, call, { ...structure, siren });
});

test('what is typed is saved by itself, and the screen only says so once it is true', async ({ page, signIn, sql }) => {
  const { hub, dossierId } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/fiche-2`);
  await expect(page.getByText('Votre texte est enregistré automatiquement.')).toBeVisible();
  await page.getByLabel(context).pressSequentially('Un premier mot');
  await expect(page.getByText('Modifications pas encore enregistrées…')).toBeVisible();
  await expect(page.getByText(/Enregistré à \d+.h.\d\d\./)).toBeVisible();
  const [row] = await sql("SELECT answers ->> '2-1' AS text FROM dossier_sections WHERE dossier_id = $1 AND code = 'fiche-2'", [dossierId]);
  expect(row?.text).toBe('Un premier mot');
  await expect(page.getByText('14 signes sur 1 500 conseillés')).toBeVisible();

  await page.route('**/api/brouillons/**', (route) => route.abort());
  await page.getByLabel(context).pressSequentially(' et un autre');
  await expect(page.getByRole('alert').filter({ hasText: 'pas encore sur le serveur' })).toBeVisible();
  await expect(page.getByText(/^Enregistré à/)).toHaveCount(0);
  await page.unroute('**/api/brouillons/**');
  await expect(page.getByText(/Enregistré à/)).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(page.getByLabel(context)).toHaveValue('Un premier mot et un autre');
});

test('going back with the browser shows what was saved, and the last words typed before leaving are kept', async ({
  page,
  signIn,
  sql,
}) => {
  const { hub } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/fiche-2`);
  await page.getByLabel(context).fill('Un premier texte');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.waitForURL(`${hub}/fiche-3`);
  await page.goBack();
  await expect(page.getByLabel(context)).toHaveValue('Un premier texte');
  await expect(page.locator('#contenu')).not.toHaveAttribute('inert');
  await page.getByLabel(context).fill('Un premier texte, repris');
  await page.goForward(); // before the pause that saves
  await page.waitForURL(`${hub}/fiche-3`);
  await page.goBack();
  await expect(page.getByLabel(context)).toHaveValue('Un premier texte, repris');
  await expect(page.getByText('Cette page a été modifiée entre-temps')).toHaveCount(0);
});

test('an answer to correct is saved, said at once, and keeps the person on its page', async ({ page, signIn, sql, withoutScripts }) => {
  const { hub, email } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/referent`);
  await page.getByLabel('Courriel', { exact: true }).fill('pas une adresse');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Il reste 1 réponse à corriger' })).toBeFocused();
  await expect(page.getByText(/Cette adresse de courriel n’est pas complète/)).toHaveCount(2); // in the list, and under its field
  await page.getByLabel('Courriel', { exact: true }).fill('camille@territoire.example');
  await expect(page.getByText(/Cette adresse de courriel n’est pas complète/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.waitForURL(`${hub}/verifier`);

  await signIn(email, withoutScripts);
  await withoutScripts.goto(`${hub}/referent`);
  await withoutScripts.getByLabel('Courriel', { exact: true }).fill('camille@');
  await withoutScripts.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(withoutScripts.getByRole('alert').filter({ hasText: 'Il reste 1 réponse à corriger' })).toBeVisible();
  await withoutScripts.getByLabel('Courriel', { exact: true }).fill('camille@territoire.example');
  await withoutScripts.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(withoutScripts).toHaveURL(`${hub}/verifier`);
});

test('two tabs: the second never overwrites the first silently, and shows both texts', async ({
  page,
  signIn,
  sql,
  context: browserContext,
}) => {
  const { hub } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/fiche-2`);
  const second = await browserContext.newPage();
  await second.goto(`${hub}/fiche-2`);
  await page.getByLabel(context).fill('Texte du premier onglet');
  await expect(page.getByText(/Enregistré à/)).toBeVisible();
  await second.getByLabel(context).fill('Texte du second onglet');
  await expect(second.getByText('Cette page a été modifiée entre-temps')).toBeVisible();
  await expect(second.getByRole('blockquote')).toHaveText(['Texte du second onglet', 'Texte du premier onglet']);
  await expect(second.getByLabel(context)).toHaveValue('Texte du second onglet');
  await second.getByRole('button', { name: 'Enregistrer ce qui est dans le formulaire' }).click();
  await expect(second.getByText(/Enregistré à/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(context)).toHaveValue('Texte du second onglet');
});

test('a text far beyond the limit comes back whole, with the reason', async ({ page, signIn, sql }) => {
  const { hub } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/fiche-2`);
  const text = 'é'.repeat(120_001);
  await page.getByLabel(context).fill(text);
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.getByText(/dépasse 120.000 caractères/).first()).toBeVisible();
  await expect(page.getByLabel(context)).toHaveValue(text);
});

test('somebody else’s dossier, a forged one and an unknown page are all simply not found', async ({
  page,
  browser,
  baseURL,
  signIn,
  sql,
}) => {
  const { hub } = await newcomer(page, signIn, sql);
  const stranger = await browser.newPage({ baseURL });
  await signIn(ownAddress('x'), stranger);
  const bodies = [];
  for (const path of [
    hub,
    `${hub}/verifier`,
    `${hub}/fiche-2`,
    `${hub}/depot`,
    `${hub}/supprimer`,
    '/candidature/01a20054-0000-7000-8000-000000000000',
    '/candidature/%27',
    `${hub}/nothing`,
  ]) {
    const answer = await stranger.goto(path);
    expect(answer?.status(), path).toBe(404);
    bodies.push(await stranger.getByRole('main').textContent());
  }
  expect(new Set(bodies).size).toBe(1);
  const forged = await stranger.request.post(`/api/brouillons/${hub.split('/').at(-1)}/fiche-2`, {
    form: { '2-1': 'x', version: '0' },
    headers: { origin: baseURL ?? '' },
  });
  expect(forged.status()).toBe(404);
  const otherSite = await page.request.post(`/api/brouillons/${hub.split('/').at(-1)}/fiche-2`, {
    form: { '2-1': 'x', version: '0' },
    headers: { origin: 'https://evil.example' },
  });
  expect(otherSite.status()).toBe(404);
  await stranger.close();
});

test('letters that cannot be read are refused at once, in words, and nothing is stored', async ({ page, signIn, sql }, info) => {
  const { hub, dossierId } = await newcomer(page, signIn, sql);
  const good = readFileSync(await letterOnDisk(info.outputPath('lettre.pdf')));
  const locked = await PDFDocument.load(good);
  locked.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
  const cases: [string, Uint8Array, RegExp][] = [
    ['vide.pdf', new Uint8Array(0), /Ce fichier est vide/],
    ['programme.pdf', Buffer.from('MZ not a PDF'), /n’est pas un PDF/],
    ['protege.pdf', await locked.save(), /protégé par un mot de passe/],
    ['abime.pdf', good.subarray(0, 60), /abîmé/],
    ['lourd.pdf', Buffer.concat([good, Buffer.alloc(20_000_000)]), /dépasse 20.Mo/],
  ];
  await page.goto(`${hub}/lettre`);
  await page.getByLabel('Nom de l’élu').fill('Dominique Lanier');
  for (const [name, content, sentence] of cases) {
    writeFileSync(info.outputPath(name), content);
    await page.getByLabel('Lettre de soutien signée (PDF)').setInputFiles(info.outputPath(name));
    await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
    await expect(page.getByText(sentence).first(), name).toBeVisible({ timeout: 20_000 });
    await expect(page.getByLabel('Nom de l’élu')).toHaveValue('Dominique Lanier');
  }
  expect(await sql('SELECT 1 FROM stored_files WHERE dossier_id = $1', [dossierId])).toEqual([]);
});

test('a chosen file is told as not sent yet, saves nothing by itself, and leaving without it asks to be sure', async ({
  page,
  signIn,
  sql,
}, info) => {
  const { hub } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/lettre`);
  await page.getByLabel('Lettre de soutien signée (PDF)').setInputFiles(await letterOnDisk(info.outputPath('lettre.pdf')));
  await expect(page.getByText('Fichier choisi, pas encore envoyé : utilisez « Enregistrer et continuer ».')).toBeVisible();
  await page.getByLabel('Nom de l’élu').focus();
  await page.getByLabel('Nom de l’élu').blur();
  await expect(page.getByText(/Enregistré à|pas encore enregistrées/)).toHaveCount(0);

  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await page.getByRole('link', { name: structure.name }).first().click();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(page).toHaveURL(`${hub}/lettre`);

  await page.route('**/api/pieces/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.getByText('Le fichier n’a pas pu être envoyé')).toBeVisible();
  await page.unroute('**/api/pieces/**');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.getByText('Le document est joint')).toBeVisible();
  await page.getByRole('link', { name: structure.name }).first().click();
  await page.waitForURL(hub);
  expect(asked).toEqual(['beforeunload']);
});

test('emoji, Chinese and control characters are kept on screen and never break a PDF', async ({ page, signIn, sql }) => {
  const { hub, dossierId } = await newcomer(page, signIn, sql);
  const text = '👩‍💻 équipe 你好 مرحبا ½ → « oui »';
  await page.goto(`${hub}/fiche-2`);
  await page.getByLabel(context).fill(`${text}\u0007`);
  await saveAndContinue(page);
  await page.goto(`${hub}/fiche-2`);
  await expect(page.getByLabel(context)).toHaveValue(text);
  const [row] = await sql("SELECT answers ->> '2-1' AS text FROM dossier_sections WHERE dossier_id = $1 AND code = 'fiche-2'", [dossierId]);
  expect(row?.text).toBe(text);
});

test('after the closing a page left open refuses to save with the hours written, and keeps the text in sight', async ({
  page,
  signIn,
  sql,
}) => {
  const { hub, call } = await newcomer(page, signIn, sql);
  await page.goto(`${hub}/fiche-2`);
  await sql("UPDATE calls SET closes_at = clock_timestamp() - interval '1 second' WHERE code = $1", [call]);
  await page.getByLabel(context).fill('Trop tard');
  await expect(page.getByRole('alert').filter({ hasText: /clos depuis le .* \(heure de Paris\)/ })).toBeVisible();
  await expect(page.getByLabel(context)).toHaveValue('Trop tard');
  await page.goto(`${hub}/verifier`);
  await expect(page.getByRole('button', { name: 'Déposer le dossier de candidature' })).toHaveCount(0);
  await expect(page.getByText(/Le dépôt est clos depuis le/)).toBeVisible();
});

test('the whole of the candidate’s road without JavaScript', async ({ withoutScripts: page, signInByCode, sql }, info) => {
  test.setTimeout(120_000);
  const call = await ownCall(sql, 'sans-script');
  await signInByCode(ownAddress('n'), page);
  const siren = freshSiren();
  const hub = await typeNewDossier(page, call, { ...structure, siren });
  await page.goto(`${hub}/categorie`);
  await page.getByLabel(/n’ayant pas encore engagé ces travaux/).check({ force: true });
  await saveAndContinue(page);
  for (let pages = 0; pages < 20 && !page.url().endsWith('/verifier'); pages += 1) {
    for (const field of await page.getByRole('main').getByRole('textbox').all())
      if (!(await field.inputValue())) await field.fill('Réponse sans script');
    if (page.url().endsWith('/lettre'))
      await page.getByLabel('Lettre de soutien signée (PDF)').setInputFiles(await letterOnDisk(info.outputPath('lettre.pdf')));
    if (page.url().endsWith('/referent')) {
      await page.getByLabel('Courriel', { exact: true }).fill('a@b.example');
      await page.getByLabel('Téléphone').fill('01 99 00 00 00');
    }
    await saveAndContinue(page);
    if (page.url().includes('envoi=recu')) await page.goto(`${hub}/referent`);
  }
  await expect(page.getByTestId('manques-bloquants')).toHaveCount(0);
  await deposit(page, ' – '); // no name
  await expect(page.getByRole('alert').filter({ hasText: 'Le dossier n’a pas été déposé' })).toBeVisible();
  await expect(page.getByLabel('Votre prénom et votre nom')).toHaveValue(' – ');
  await deposit(page);
  await expect(page.getByText('Votre dossier de candidature est déposé')).toBeVisible();
  await page.goto(hub);
  await page.getByRole('link', { name: 'Relire mon dossier déposé' }).click();
  await expect(page.getByText('Rien n’a changé depuis')).toBeVisible();
  await expect(page.getByRole('button', { name: /Déposer/ })).toHaveCount(0);

  // Two windows without scripts: the second one comes back with both texts.
  await page.goto(`${hub}/fiche-2`);
  await sql(
    'UPDATE dossier_sections SET version = version + 1, answers = \'{"2-1": "Écrit ailleurs"}\' WHERE dossier_id = $1 AND code = \'fiche-2\'',
    [hub.split('/').at(-1)],
  );
  await page.getByLabel(context).fill('Écrit ici');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.getByRole('blockquote')).toHaveText(['Écrit ici', 'Écrit ailleurs']);
  await expect(page.getByLabel(context)).toHaveValue('Écrit ici');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await expect(page.getByText(/La version 1 déposée le .* reste celle qui compte/)).toBeVisible();
  await page.goto(hub);
  await expect(page.getByText('Des modifications ne sont pas déposées')).toBeVisible();
  await page.goto('/candidature');
  await expect(page.getByText('Des modifications ne sont pas déposées.')).toBeVisible();

  // The closing: what was written and not deposited is never taken for the dossier, and stays within reach.
  await sql("UPDATE calls SET closes_at = clock_timestamp() - interval '1 second' WHERE code = $1", [call]);
  await page.reload();
  await expect(page.getByText('En instruction')).toBeVisible();
  await page.goto(hub);
  await expect(page.getByText('Vos dernières modifications n’ont pas été déposées')).toBeVisible();
  await expect(page.getByText('En instruction')).toBeVisible();
  await page.goto(`${hub}/verifier`);
  await expect(page.getByText('Réponse sans script').first()).toBeVisible();
  await expect(page.getByText('Écrit ici')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Modifier/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Déposer/ })).toHaveCount(0);
  await page.goto(`${hub}/fiche-2`);
  await expect(page.getByText('Réponse sans script')).toBeVisible();
  await expect(page.getByText('Écrit ici')).toBeHidden();
  await page.getByText('Lire ce que vous aviez écrit ensuite').click();
  await expect(page.getByText('Écrit ici')).toBeVisible();
});

test('submitting twice, in two tabs, with the answer lost: one version, one number, one receipt', async ({
  page,
  enterAs,
  sql,
  context: browserContext,
}) => {
  await enterAs('Thomas Le Goff');
  await page.getByRole('link', { name: 'GIP Landes d’Orcy Numérique' }).click();
  await page.waitForURL(/\/candidature\/[0-9a-f-]{36}$/);
  const hub = new URL(page.url()).pathname;
  const dossierId = hub.split('/').at(-1);
  await page.goto(`${hub}/fiche-3`);
  await page.getByLabel(/Qu’attendez-vous/).fill(`Réponse revue ${Date.now()}`);
  await saveAndContinue(page);
  const second = await browserContext.newPage();
  for (const tab of [page, second]) await tab.goto(`${hub}/verifier`);
  await page.getByRole('button', { name: 'Déposer le dossier de candidature' }).click();
  await page.waitForURL(/depot$/);
  // The page follows by itself what is being prepared, and papers have French names.
  const receipt = page.getByRole('link', { name: /^Accusé de réception .* version 2 \(PDF\)$/ });
  await expect(receipt).toBeVisible({ timeout: 40_000 });
  const downloading = page.waitForEvent('download');
  await receipt.click();
  expect((await downloading).suggestedFilename()).toMatch(/^accuse-de-reception-ESSAI-\d{4}-\d{4}-v2\.pdf$/);
  await second.getByRole('button', { name: 'Déposer le dossier de candidature' }).click();
  await second.waitForURL(/depot$/);
  const versions = await sql('SELECT version FROM dossier_versions WHERE dossier_id = $1 ORDER BY version', [dossierId]);
  expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
  const papers = await sql("SELECT title FROM issued_documents WHERE dossier_id = $1 AND kind = 'receipt'", [dossierId]);
  expect(papers).toHaveLength(2);
});
