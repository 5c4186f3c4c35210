import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { ownAddress } from './support/address.ts';
import { letterOnDisk, startDossier } from './support/candidate.ts';
import { inspectPage } from './support/inspect.ts';
import { ownCall } from './support/own-call.ts';
import { expect, test } from './support/test.ts';

const run = promisify(execFile);
const phone = { viewport: { width: 375, height: 700 }, locale: 'fr-FR', isMobile: true, hasTouch: true };
const scanner = { 'user-agent': 'LinkScanner/1.0', accept: '*/*' };

type Mail = { subject: string; text: string };
const mailsTo = async (request: APIRequestContext, email: string): Promise<Mail[]> =>
  (await request.get(`/demo/courrier.json?a=${encodeURIComponent(email)}`)).json();
const lastLink = async (request: APIRequestContext, email: string) =>
  /\/lettre\/[\w-]{43}/.exec((await mailsTo(request, email)).find(({ text }) => text.includes('/lettre/'))?.text ?? '')?.[0] ?? '';
const lastCode = async (request: APIRequestContext, email: string) =>
  /(\d{3}) (\d{3})/
    .exec((await mailsTo(request, email)).find(({ subject }) => /^\d{3} \d{3}/.test(subject))?.text ?? '')
    ?.slice(1)
    .join('') ?? '';

/** The team asks for the letter from its own page. */
async function ask(page: Page, hub: string, email: string, name = 'Dominique Lanier'): Promise<void> {
  await page.goto(`${hub}/lettre`);
  await page.getByRole('link', { name: 'Demander la lettre par courriel' }).click();
  await page.getByLabel('Prénom et nom de l’élu').fill(name);
  await page.getByLabel('Fonction', { exact: true }).fill('vice-présidente chargée du numérique');
  await page.getByLabel('Collectivité', { exact: true }).fill('Conseil départemental');
  await page.getByLabel('Courriel de l’élu').fill(email);
  const asker = page.getByLabel('Votre prénom et votre nom');
  if (await asker.isVisible()) await asker.fill('Alix Exemple');
  await page.getByRole('button', { name: 'Envoyer la demande à l’élu' }).click();
  await expect(page.getByText('La demande est partie par courriel.')).toBeVisible();
}

async function onPhone(browser: Browser, baseURL: string | undefined, javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ ...phone, baseURL, javaScriptEnabled })).newPage();
}

for (const scripts of [true, false]) {
  test(`an official confirms the letter on a phone, ${scripts ? 'with' : 'without'} scripts, and it joins the dossier sealed`, async ({
    page,
    signIn,
    sql,
    request,
    browser,
    baseURL,
  }) => {
    test.slow(); // the papers of the demonstration are being sealed at the same time
    const call = await ownCall(sql, 'lettre');
    await signIn(ownAddress('equipe'));
    const hub = await startDossier(page, call, { name: 'Pays de Sorbelle', kind: 'Département', territory: 'Sorbelle', population: '1' });
    const official = ownAddress('elue', 'sorbelle.example');
    await ask(page, hub, official);
    const link = await lastLink(request, official);

    // A mail scanner follows the link, several times and in several ways: nothing moves.
    for (const suffix of ['', '?etape=refus', '?etape=texte']) {
      const answer = await request.get(`${link}${suffix}`, { headers: scanner });
      expect(answer.status()).toBe(200);
      expect(answer.headers()['referrer-policy']).toBe('strict-origin');
      expect(answer.headers()['cache-control']).toContain('no-store');
      expect(answer.headers()['x-robots-tag']).toContain('noindex');
    }
    await request.head(link);
    expect(await sql('SELECT state, opened_at FROM letter_requests WHERE official_email = $1', [official])).toEqual([
      { state: 'sent', opened_at: null },
    ]);
    expect((await request.get(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).status()).toBe(404);

    const mobile = await onPhone(browser, baseURL, scripts);
    await mobile.goto(link);
    await expect(mobile.getByText('Pays de Sorbelle').first()).toBeVisible();
    if (scripts) await inspectPage(mobile);
    await mobile.getByRole('button', { name: 'Lire la lettre' }).click();
    const letter = mobile.getByLabel('Votre lettre');
    await expect(letter).toHaveValue(/j’apporte mon soutien à la candidature de «\sPays de Sorbelle\s»/);
    if (scripts) await inspectPage(mobile);
    await letter.fill('');
    await mobile.getByRole('button', { name: 'Recevoir mon code pour confirmer' }).click();
    await expect(mobile.getByText(/Écrivez la lettre/).first()).toBeVisible();
    await mobile.getByLabel('Votre fonction').fill('présidente déléguée au numérique');
    await letter.fill('Madame, Monsieur,\n\nJe soutiens sans réserve la candidature du Pays de Sorbelle.\n\nCordialement.');
    await mobile.getByRole('button', { name: 'Recevoir mon code pour confirmer' }).click();
    await expect(mobile.getByRole('heading', { name: 'Confirmer la lettre' })).toBeVisible();
    await expect(mobile.getByText('Je soutiens sans réserve la candidature')).toBeVisible();
    if (scripts) await inspectPage(mobile);

    // The link forwarded, the code even overheard: another browser cannot confirm with it.
    const code = await lastCode(request, official);
    const stranger = await onPhone(browser, baseURL);
    await stranger.goto(link);
    await expect(stranger.getByLabel('Code à six chiffres')).toHaveCount(0);
    await stranger.context().close();

    await mobile.getByLabel('Code à six chiffres').fill(code === '000000' ? '000001' : '000000');
    await mobile.getByRole('button', { name: 'Confirmer la lettre' }).click();
    // Said once at the top, once at the field; another code is asked for right there.
    await expect(mobile.getByText(/Ce code n’est pas le bon/)).toHaveCount(2);
    if (scripts) await inspectPage(mobile);
    await mobile.getByRole('button', { name: 'Recevoir un autre code' }).click();
    await expect(mobile.getByText('Un autre code vient de partir')).toBeVisible();
    await expect(mobile.getByText(/Ce code n’est pas le bon/)).toHaveCount(0);
    await mobile.getByLabel('Code à six chiffres').fill(await lastCode(request, official));
    await mobile.getByRole('button', { name: 'Confirmer la lettre' }).click();
    await expect(mobile.getByRole('heading', { name: 'La lettre est confirmée' })).toBeVisible();
    if (scripts) await inspectPage(mobile);

    // Whoever holds the code of the letter reads which candidature it supports.
    await mobile.locator('a[href^="/verifier/"]').first().click();
    await expect(mobile.getByText('Structure soutenue')).toBeVisible();
    await expect(mobile.getByText('Pays de Sorbelle')).toBeVisible();
    await expect(mobile.getByText(official)).toHaveCount(0);
    if (scripts) await inspectPage(mobile);

    // Replayed, the link only tells where the letter is.
    await mobile.goto(`${link}?etape=refus`);
    await expect(mobile.getByRole('heading', { name: 'La lettre est confirmée' })).toBeVisible();
    await expect(mobile.getByRole('button')).toHaveCount(0);
    await mobile.context().close();

    // The letter is in the dossier, sealed, and reads as it was left.
    await expect(async () => {
      await page.goto(`${hub}/lettre`);
      await expect(page.getByText('Lettre de soutien confirmée et jointe au dossier')).toBeVisible({ timeout: 1000 });
      await expect(page.getByLabel('Nom de l’élu')).toHaveValue('Dominique Lanier', { timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByLabel('Mandat et collectivité')).toHaveValue('Présidente déléguée au numérique, Conseil départemental');
    await inspectPage(page);
    const address = await page.getByRole('link', { name: 'Télécharger le document' }).getAttribute('href');
    const pdf = await (await page.request.get(address ?? '')).body();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const file = path.join(tmpdir(), `lettre-${process.hrtime.bigint()}.pdf`);
    await writeFile(file, pdf);
    const printed = await run('pdftotext', [file, '-']).catch(() => null); // not on every machine; the paper has tests of its own
    if (printed) expect(printed.stdout.replace(/\s+/g, ' ')).toContain('Je soutiens sans réserve la candidature du Pays de Sorbelle.');
    const signature = await run('pdfsig', ['-nocert', file]).catch(() => null);
    if (signature) expect(signature.stdout).toContain('Signature is Valid');
  });
}

test('an official refuses, another says who signs: the team is told, and the letter can be printed instead', async ({
  page,
  signIn,
  sql,
  request,
  browser,
  baseURL,
}) => {
  const call = await ownCall(sql, 'refus');
  const lead = ownAddress('equipe-refus');
  await signIn(lead);
  const hub = await startDossier(page, call, { name: 'Pays d’Aubin', kind: 'Département', territory: 'Aubin', population: '1' });

  for (const format of ['docx', 'pdf']) {
    const answer = await page.request.get(`/api/lettres${hub.replace('/candidature', '')}/${format}`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, 4).toString()).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
  }
  expect((await request.get(`/api/lettres${hub.replace('/candidature', '')}/pdf`)).status()).toBe(404);

  await page.goto(`${hub}/demande-lettre`);
  await page.getByLabel('Courriel de l’élu').fill('maire');
  await page.getByRole('button', { name: 'Envoyer la demande à l’élu' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'à corriger' })).toBeFocused();
  await expect(page.getByLabel('Courriel de l’élu')).toHaveValue('maire');
  await inspectPage(page);

  const first = ownAddress('refus', 'aubin.example');
  await ask(page, hub, first);
  await inspectPage(page);
  const mobile = await onPhone(browser, baseURL, false);
  await mobile.goto(await lastLink(request, first));
  await mobile.getByRole('button', { name: 'Lire la lettre' }).click();
  await mobile.getByRole('link', { name: 'Je refuse de signer cette lettre' }).click();
  await mobile.getByLabel('Pourquoi refusez-vous ?').fill('Je soutiens déjà un autre territoire.');
  await mobile.getByRole('button', { name: 'Refuser et prévenir l’équipe' }).click();
  await expect(mobile.getByRole('heading', { name: 'Votre refus est transmis' })).toBeVisible();
  await page.goto(hub);
  await expect(page.getByText('Je soutiens déjà un autre territoire.')).toBeVisible();
  await inspectPage(page);
  expect((await mailsTo(request, lead))[0]?.text).toContain('Je soutiens déjà un autre territoire.');

  const second = ownAddress('secretariat', 'aubin.example');
  await page.getByRole('link', { name: 'Suivre ou refaire la demande de lettre' }).click();
  await page.getByLabel('Prénom et nom de l’élu').fill('Camille Bert');
  await page.getByLabel('Fonction', { exact: true }).fill('maire');
  await page.getByLabel('Collectivité', { exact: true }).fill('Aubin');
  await page.getByLabel('Courriel de l’élu').fill(second);
  await page.getByRole('button', { name: 'Envoyer la demande à l’élu' }).click();
  await expect(page.getByText('La demande est partie par courriel.')).toBeVisible();
  const link = await lastLink(request, second);
  await mobile.goto(`${link}?etape=autre`);
  await mobile.getByLabel('Prénom et nom de la personne qui signera').fill('Sacha Roy');
  await mobile.getByLabel('Son courriel').fill('sacha.roy@aubin.example');
  await mobile.getByRole('button', { name: 'Prévenir l’équipe' }).click();
  await expect(mobile.getByRole('heading', { name: 'Merci, l’équipe est prévenue' })).toBeVisible();
  await expect(mobile.getByText('Sacha Roy')).toHaveCount(0);
  expect(await mailsTo(request, 'sacha.roy@aubin.example')).toEqual([]);
  await mobile.context().close();
  await page.goto(`${hub}/demande-lettre`);
  await expect(page.getByText('Une autre personne signerait la lettre de soutien')).toBeVisible();
  await expect(page.getByLabel('Courriel de l’élu')).toHaveValue('sacha.roy@aubin.example');
});

test('where the call allows it, the letter follows the closed dossier; whoever examines it reads who signs', async ({
  page,
  enterAs,
  browser,
  baseURL,
}, testInfo) => {
  await enterAs('Élise Fontan');
  const hub = await page.locator('a[href^="/candidature/0"]').first().getAttribute('href');
  await page.goto(hub ?? '');
  await expect(page.getByText('La lettre de soutien manque encore')).toBeVisible();
  await page.getByRole('link', { name: 'Obtenir ou joindre la lettre' }).click();
  await inspectPage(page);
  await page.getByLabel('Lettre de soutien signée (PDF)').setInputFiles(await letterOnDisk(testInfo.outputPath('lettre.pdf')));
  await page.getByLabel('Nom de l’élu qui signe').fill('Camille Delorme');
  await page.getByRole('button', { name: 'Joindre la lettre au dossier déposé' }).click();
  await expect(page.getByText('Le document est joint')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Joindre la lettre au dossier déposé' })).toHaveCount(0);
  await page.goto(hub ?? '');
  await expect(page.getByText(/Version 2, reçue le/)).toBeVisible();

  const mission = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await enterAs('Agathe Morel', mission);
  await mission.goto('/administration/elus');
  await mission.getByLabel('Date de publication').fill('25/10/2026');
  const table =
    "Code du département;Libellé de la commune;Nom de l'élu;Prénom de l'élu;Libellé de la fonction\n26;Crest;DELORME;Camille;Maire\n";
  await mission.getByLabel('Fichier CSV').setInputFiles({ name: 'elus.csv', mimeType: 'text/csv', buffer: Buffer.from(table, 'latin1') });
  await mission.getByRole('button', { name: 'Charger le fichier' }).click();
  await expect(mission.getByText('Le fichier est chargé.')).toBeVisible();
  await inspectPage(mission);
  await mission.goto(`/instruction?appel=essai-${new Date().getFullYear()}`);
  await mission
    .getByRole('link', { name: /Rives Connectées/ })
    .first()
    .click();
  await expect(mission.getByText('Camille Delorme').first()).toBeVisible();
  await expect(mission.getByText('✓ Figure au Répertoire national des élus')).toBeVisible();
  await mission.context().close();
});
