import { ownAddress } from './support/address.ts';
import { startDossier } from './support/candidate.ts';
import { inspectPage } from './support/inspect.ts';
import { ownCall } from './support/own-call.ts';
import { expect, freshSiren, test } from './support/test.ts';

test('a colleague is invited, joins, and writes the same dossier; the lead can hand it over and leave', async ({
  page,
  signIn,
  sql,
  browser,
  baseURL,
}) => {
  const call = await ownCall(sql, 'equipe');
  const lead = ownAddress('responsable');
  const colleague = ownAddress('collegue');
  await signIn(lead);
  const hub = await startDossier(page, call, { name: 'Pays', kind: 'Département', territory: 'T', population: '1' });

  await page.goto(hub);
  await page.getByRole('link', { name: 'Voir et inviter les personnes du dossier' }).click();
  await page.getByLabel('Courriel de votre collègue').fill('pas une adresse');
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'à corriger' })).toBeFocused();
  await inspectPage(page);
  await page.getByLabel('Courriel de votre collègue').fill(colleague);
  await page.getByText('Contributeur', { exact: true }).click();
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByText('L’invitation est partie par courriel.')).toBeVisible();
  await inspectPage(page);

  const other = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await signIn(colleague, other);
  await other.goto('/candidature');
  await inspectPage(other);
  await other.getByRole('button', { name: 'Rejoindre le dossier' }).click();
  await other.waitForURL(hub);
  await other.goto(`${hub}/fiche-2`);
  await other.getByLabel(/Comment en êtes-vous venu/).fill('Écrit par une collègue');
  await expect(other.getByText(/Enregistré à/)).toBeVisible();
  await page.goto(`${hub}/fiche-2`);
  await expect(page.getByLabel(/Comment en êtes-vous venu/)).toHaveValue('Écrit par une collègue');

  await page.goto(`${hub}/equipe`);
  await page.getByRole('button', { name: 'Quitter le dossier' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'doit garder un responsable' })).toBeVisible();
  await page.getByRole('button', { name: `Nommer responsable ${colleague}` }).click();
  await expect(page.getByText('Le rôle est changé.')).toBeVisible();
  await page.getByRole('button', { name: 'Quitter le dossier' }).click();
  await expect(page.getByText('Vous ne participez plus à ce dossier.')).toBeVisible();
  expect((await page.goto(hub))?.status()).toBe(404);
  await other.context().close();
});

test('a structure that has a dossier already: the newcomer asks to join it, and a lead answers', async ({
  page,
  signIn,
  enterAs,
  sql,
  withoutScripts,
  browser,
  baseURL,
}) => {
  const call = await ownCall(sql, 'acces');
  const siren = freshSiren();
  const lead = ownAddress('premier');
  const newcomer = ownAddress('second');
  await signIn(lead);
  const hub = await startDossier(page, call, { name: 'Pays', kind: 'Département', siren, territory: 'T', population: '1' });

  const other = withoutScripts;
  await signIn(newcomer, other);
  await other.goto(`/candidature/nouveau?appel=${call}&saisie=libre`);
  await other.getByLabel('Nom de la structure').fill('Le même pays');
  await other.getByLabel('Département', { exact: true }).check({ force: true });
  await other.getByLabel('Numéro SIREN').fill(siren);
  await other.getByRole('button', { name: 'Créer le dossier' }).click();
  await other.getByRole('link', { name: 'Demander à le rejoindre' }).click();
  await expect(other.getByText('commencé par une personne de votre structure')).toBeVisible();
  await expect(other.getByText(lead)).toHaveCount(0);
  await other.getByLabel('Qui êtes-vous, et pourquoi demandez-vous cet accès ?').fill('Je remplace Camille, partie en septembre.');
  await other.getByRole('button', { name: 'Demander l’accès' }).click();
  await expect(other.getByText('Votre demande est partie')).toBeVisible();
  await other.goto('/candidature');
  await expect(other.getByRole('heading', { name: 'Votre demande d’accès' })).toBeVisible();
  await page.goto('/candidature');
  await expect(page.getByText(/1\sdemande d’accès attend votre réponse/)).toBeVisible();

  const administration = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await enterAs('Agathe Morel', administration);
  await administration.goto('/administration');
  await expect(administration.getByText('Je remplace Camille, partie en septembre.')).toBeVisible();
  await inspectPage(administration);
  await administration.context().close();

  await page.goto(`${hub}/equipe`);
  await expect(page.getByText('Je remplace Camille, partie en septembre.')).toBeVisible();
  await inspectPage(page);
  await page.getByRole('button', { name: 'Accepter comme contributeur' }).click();
  await expect(page.getByText('La personne fait maintenant partie du dossier.')).toBeVisible();
  await other.goto(hub);
  await expect(other.getByRole('heading', { level: 1, name: 'Pays' })).toBeVisible();
});
