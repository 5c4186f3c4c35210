import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { organisationKinds } from '../../lib/calls/tani-2020/organisation-kinds.ts';
import { expect, freshSiren } from './test.ts';

export type Structure = { name: string; kind: string; siren?: string; territory: string; population: string };

/** Creates a dossier on the call of this code, in the browser as anybody does. Returns its address. */
export async function typeNewDossier(page: Page, callCode: string, structure: Structure): Promise<string> {
  await page.goto(creationOf(callCode));
  await page.getByLabel('Nom de la structure').fill(structure.name);
  await page.getByLabel(structure.kind, { exact: true }).check({ force: true });
  await page.getByLabel('Numéro SIREN').fill(structure.siren ?? freshSiren());
  await page.getByLabel('Territoire concerné').fill(structure.territory);
  await page.getByLabel('Population du territoire').fill(structure.population);
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await page.waitForURL(/\/candidature\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Creates a dossier as the form posts it, without opening any page. Returns its address. */
export async function startDossier(page: Page, callCode: string, structure: Structure): Promise<string> {
  const html = await (await page.request.get(creationOf(callCode))).text();
  const form = html.split('<form').find((part) => part.includes('Créer le dossier')) ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&'),
  ]);
  const answer = await page.request.post(creationOf(callCode), {
    headers: { origin: new URL(String(process.env.SERVICE_URL)).origin },
    maxRedirects: 0,
    multipart: {
      ...Object.fromEntries(hidden),
      'nom-structure': structure.name,
      nature: organisationKinds.find(({ label }) => label === structure.kind)?.code ?? '',
      siren: structure.siren ?? freshSiren(),
      territoire: structure.territory,
      population: structure.population,
    },
  });
  const address = answer.headers().location ?? '';
  expect(address, `the dossier of ${structure.name} is created`).toMatch(/\/candidature\/[0-9a-f-]{36}$/);
  return new URL(address, process.env.SERVICE_URL).pathname;
}

const creationOf = (callCode: string) => `/candidature/nouveau?appel=${callCode}&saisie=libre`;

/** Fills the fields of the page shown, by their labels, then goes on to the next page. */
export async function fillPage(page: Page, answers: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(answers)) await page.getByLabel(label, { exact: true }).fill(text);
  await saveAndContinue(page);
}

/** Presses « Enregistrer et continuer » and waits for the next page. */
export async function saveAndContinue(page: Page): Promise<void> {
  const before = page.url();
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.waitForURL((url) => url.href !== before);
}

/** Presses « Déposer », with the name a new account has not given yet. */
export async function deposit(page: Page, name = 'Camille Exemple'): Promise<void> {
  const asked = page.getByLabel('Votre prénom et votre nom');
  if (await asked.isVisible()) await asked.fill(name);
  await page.getByRole('button', { name: 'Déposer le dossier de candidature' }).click();
}

/** Writes a support letter of two pages on the disk; returns its path. */
export async function letterOnDisk(file: string, words = 'Lettre de soutien'): Promise<string> {
  const document = await PDFDocument.create();
  for (const n of [1, 2]) document.addPage([595, 842]).drawText(`${words}, page ${n}`, { x: 60, y: 700 });
  await writeFile(file, await document.save());
  return file;
}
