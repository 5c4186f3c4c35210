import { ownAddress } from './support/address.ts';
import { startDossier } from './support/candidate.ts';
import { inspectPage } from './support/inspect.ts';
import { ownCall } from './support/own-call.ts';
import { expect, test } from './support/test.ts';

const pays = { name: 'Pays', kind: 'Département', territory: 'T', population: '1' };

test('two people on one page see each other; a page is given and finished; the Mission answers a question', async ({
  page,
  signIn,
  enterAs,
  sql,
  browser,
  baseURL,
}) => {
  const call = await ownCall(sql, 'ensemble');
  const lead = ownAddress('camille');
  const colleague = ownAddress('noemie');
  await signIn(lead);
  const hub = await startDossier(page, call, pays);
  const other = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await signIn(colleague, other);
  await sql(
    `INSERT INTO dossier_members (dossier_id, user_id, role) SELECT $1::uuid, u.id, 'contributor' FROM users u WHERE u.email = $2`,
    [hub.split('/').at(-1), colleague],
  );

  await page.goto(`${hub}/fiche-2`);
  await other.goto(`${hub}/fiche-2`);
  await expect(other.getByText(`${lead} est sur cette page en ce moment`)).toBeVisible();
  await inspectPage(other);

  await page.getByLabel(/Comment en êtes-vous venu/).fill('Un mot pas encore enregistré');
  await page.getByLabel('Confier cette page à').selectOption({ label: colleague });
  await page.getByRole('button', { name: 'Confier', exact: true }).click();
  await expect(page.getByText(`Confiée à ${colleague}.`)).toBeVisible();
  await expect(page.getByLabel(/Comment en êtes-vous venu/)).toHaveValue('Un mot pas encore enregistré');
  await other.getByRole('button', { name: 'Marquer cette page comme terminée' }).click();
  await expect(other.getByText(`Terminée par ${colleague}`)).toBeVisible();
  await other.goto(hub);
  await page.goto(hub);
  await expect(page.getByText(`Confiée à ${colleague}. Terminée par ${colleague}`)).toBeVisible();

  await page.getByRole('link', { name: 'Messages avec la Mission' }).click();
  await page.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Écrivez votre message' })).toBeFocused();
  await page.getByLabel('Votre message').fill('Peut-on joindre deux lettres ?');
  await page.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(page.getByText('Votre message est parti')).toBeVisible();
  await expect(page.getByLabel('Votre message')).toHaveValue('');
  await inspectPage(page);

  const mission = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await enterAs('Agathe Morel', mission);
  await mission.goto(`/instruction?appel=${call}`);
  await mission.getByRole('link', { name: 'Messages des candidats' }).click();
  await expect(mission.getByText('Message non lu')).toBeVisible();
  await inspectPage(mission);
  await mission.getByRole('link', { name: 'Pays', exact: true }).click();
  await expect(mission.getByText('Peut-on joindre deux lettres ?')).toBeVisible();
  await inspectPage(mission);
  expect((await mission.request.get(hub.replace('candidature', 'instruction'))).status(), 'the dossier stays sealed').toBe(404);
  await mission.getByLabel('Votre message').fill('Oui, en un seul fichier.');
  await mission.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(mission.getByText('Votre message est parti')).toBeVisible();
  await mission.context().close();

  await page.goto(hub);
  await expect(page.getByText('1 message non lu')).toBeVisible();
  await page.getByRole('link', { name: 'Relire les courriels du dossier' }).click();
  await page.getByText(/Lire ce courriel\s: La Mission vous écrit/).click();
  await expect(page.getByText('Oui, en un seul fichier.')).toBeVisible();
  await inspectPage(page);
  await page.goto(`${hub}/messages`);
  await expect(page.getByText('Agathe Morel')).toBeVisible();
  await expect(async () => {
    await page.goto(hub);
    await expect(page.getByText('1 message non lu')).toBeHidden({ timeout: 500 });
  }).toPass();
  await other.context().close();
});

test('without scripts: a page is finished, a visa is asked, read, given, and the message of the Mission is marked as read', async ({
  page,
  signIn,
  sql,
  withoutScripts: plain,
}) => {
  const call = await ownCall(sql, 'visa');
  const lead = ownAddress('responsable');
  const superior = ownAddress('dgs');
  await signIn(lead, plain);
  const hub = await startDossier(plain, call, pays);

  await plain.goto(`${hub}/structure`);
  await expect(plain.getByText(`Dernier enregistrement par ${lead}`)).toBeVisible();
  await expect(plain.getByRole('button', { name: 'Marquer cette page comme terminée' }), 'alone, there is nobody to tell').toHaveCount(0);
  await sql(
    `INSERT INTO dossier_members (dossier_id, user_id, role) SELECT $1::uuid, u.id, 'contributor' FROM users u WHERE u.email LIKE 'camille.durand@%'`,
    [hub.split('/').at(-1)],
  );
  await plain.reload();
  await plain.getByRole('button', { name: 'Marquer cette page comme terminée' }).click();
  await expect(plain.getByText(`Terminée par ${lead}`)).toBeVisible();
  await plain.getByRole('button', { name: 'Rouvrir cette page' }).click();
  await expect(plain.getByText(`Terminée par ${lead}`)).toBeHidden();

  await plain.goto(`${hub}/visa`);
  await plain.getByRole('button', { name: 'Rendre le visa obligatoire' }).click();
  await expect(plain.getByText('Le dossier ne se déposera pas sans visa.')).toBeVisible();
  await plain.getByLabel('Prénom et nom').fill('Dominique Roy');
  await plain.getByLabel('Courriel').fill(superior);
  await plain.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(plain.getByRole('alert').filter({ hasText: 'Écrivez sa fonction' })).toBeVisible();
  await expect(plain.getByLabel('Prénom et nom')).toHaveValue('Dominique Roy');
  await plain.getByLabel('Fonction').fill('directrice générale des services');
  await plain.getByRole('button', { name: 'Envoyer la demande' }).click();
  await expect(plain.getByText('La demande de visa est partie par courriel.')).toBeVisible();
  await plain.goto(`${hub}/verifier`);
  await expect(plain.getByText('Un visa est obligatoire avant de déposer')).toBeVisible();

  await signIn(superior);
  await page.goto('/candidature');
  await page.getByRole('link', { name: 'Pays' }).click();
  await expect(page.getByRole('link', { name: /^Modifier/ })).toHaveCount(0);
  await inspectPage(page);
  await page.getByText('Oui, je donne mon visa').click();
  await page.getByRole('button', { name: 'Enregistrer ma réponse' }).click();
  await expect(page.getByText('Vous avez donné votre visa')).toBeVisible();
  expect((await page.goto(hub))?.status(), 'a visa opens nothing else').toBe(404);
  await plain.goto(hub);
  await expect(plain.getByText(/Visa donné par Dominique Roy, directrice générale des services/)).toBeVisible();
  await plain.goto(`${hub}/verifier`);
  await expect(plain.getByText('Un visa est obligatoire avant de déposer')).toBeHidden();

  await sql(
    `INSERT INTO messages (id, dossier_id, side, author_id, text)
     SELECT gen_random_uuid(), $1::uuid, 'mission', u.id, 'Bonjour' FROM users u WHERE u.email = 'agathe.morel@mission.example'`,
    [hub.split('/').at(-1)],
  );
  await plain.goto(`${hub}/messages`);
  await plain.getByRole('button', { name: 'Marquer comme lu' }).click();
  await expect(plain.getByText('Non lu')).toBeHidden();
});
