import { ownAddress } from './support/address.ts';
import { letterOnDisk, startDossier } from './support/candidate.ts';
import { ownCall } from './support/own-call.ts';
import { expect, test } from './support/test.ts';

const pays = { name: 'Pays des Pièces', kind: 'Département', territory: 'Val', population: '12 000' };
const NAME = 'Nom de l’élu';
const SAVE = 'Enregistrer et continuer';

test('a page with a file, posted without scripts after the session ended: its texts come back, the file is asked for again', async ({
  withoutScripts: page,
  signInByCode,
  sql,
}, testInfo) => {
  const email = ownAddress('pieces');
  await signInByCode(email, page);
  const hub = await startDossier(page, await ownCall(sql, 'pieces'), pays);
  const letter = await letterOnDisk(testInfo.outputPath('lettre.pdf'));
  await page.goto(`${hub}/lettre`);
  await page.getByLabel('Lettre de soutien signée (PDF)').setInputFiles(letter);
  await page.getByLabel(NAME).fill('Élise « *Œuvre* » & fils');
  await sql('DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE email = $1)', [email]);
  await page.getByRole('button', { name: SAVE }).click();

  await page.waitForURL(/\/connexion\?suite=/);
  await page.getByLabel('Votre courriel').fill(email);
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  const mails = (await (await page.request.get(`/demo/courrier.json?a=${encodeURIComponent(email)}`)).json()) as { text: string }[];
  const [, a = '', b = ''] = /(\d{3}) (\d{3})/.exec(mails[0]?.text ?? '') ?? [];
  await page.getByLabel('Code à six chiffres').fill(a + b);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await page.waitForURL(new RegExp(`${hub}/lettre`));
  await expect(page.getByRole('alert').filter({ hasText: 'Votre session avait pris fin' })).toBeVisible();
  await expect(page.getByLabel(NAME)).toHaveValue('Élise « *Œuvre* » & fils');

  await page.getByLabel('Lettre de soutien signée (PDF)').setInputFiles(letter);
  await page.getByRole('button', { name: SAVE }).click();
  await expect(page.getByText('Le document est joint')).toBeVisible();
  await expect(page.getByLabel(NAME)).toHaveValue('Élise « *Œuvre* » & fils');
});

test('a page with a file opened by one member is not saved in the name of another who signed in since', async ({
  withoutScripts: page,
  signIn,
  sql,
}, testInfo) => {
  const [lead, colleague] = ['responsable', 'collegue'].map((who) => `${who}-${process.hrtime.bigint()}@territoire.example`);
  await signIn(String(colleague), page);
  await signIn(String(lead), page);
  const hub = await startDossier(page, await ownCall(sql, 'pieces'), pays);
  const dossierId = hub.split('/').at(-1);
  await sql("INSERT INTO dossier_members (dossier_id, user_id, role) SELECT $1, id, 'contributor' FROM users WHERE email = $2", [
    dossierId,
    colleague,
  ]);
  await page.goto(`${hub}/lettre`);
  await page.getByLabel('Lettre de soutien signée (PDF)').setInputFiles(await letterOnDisk(testInfo.outputPath('lettre.pdf')));
  await page.getByLabel(NAME).fill('Écrit par la responsable');
  await signIn(String(colleague), page);
  await page.getByRole('button', { name: SAVE }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'ouverte avec une autre adresse que la vôtre' })).toBeVisible();
  await expect(page.getByLabel(NAME)).toHaveValue('Écrit par la responsable');
  expect(await sql('SELECT 1 FROM stored_files WHERE dossier_id = $1', [dossierId])).toEqual([]);
  expect(await sql("SELECT 1 FROM dossier_sections WHERE dossier_id = $1 AND code = 'lettre'", [dossierId])).toEqual([]);
});

test('a page with a file that a colleague saved meanwhile: nothing goes over theirs, and both texts are shown', async ({
  page,
  withoutScripts,
  signIn,
  sql,
}, testInfo) => {
  const [lead = '', colleague = ''] = ['responsable', 'collegue'].map((who) => `${who}-${process.hrtime.bigint()}@territoire.example`);
  await signIn(colleague, withoutScripts);
  await signIn(lead, page);
  const hub = await startDossier(page, await ownCall(sql, 'pieces'), pays);
  const dossierId = hub.split('/').at(-1);
  await sql("INSERT INTO dossier_members (dossier_id, user_id, role) SELECT $1, id, 'contributor' FROM users WHERE email = $2", [
    dossierId,
    colleague,
  ]);
  await sql("UPDATE users SET name = 'Noémie Petit' WHERE email = $1", [colleague]);
  const letters = await Promise.all(['une', 'deux'].map((name) => letterOnDisk(testInfo.outputPath(`${name}.pdf`), `Lettre ${name}`)));
  const file = (on: typeof page) => on.getByLabel(/Lettre de soutien signée \(PDF\)/);
  const save = (on: typeof page) => on.getByRole('button', { name: SAVE }).click();
  const stored = async () =>
    (await sql("SELECT answers FROM dossier_sections WHERE dossier_id = $1 AND code = 'lettre'", [dossierId]))[0]?.answers as Record<
      string,
      { name: string } & string
    >;

  // The lead only chooses a file on a page opened before: the colleague's text is there, and nothing was erased.
  await page.goto(`${hub}/lettre`);
  await withoutScripts.goto(`${hub}/lettre`);
  await withoutScripts.getByLabel(NAME).fill('Écrit par Noémie');
  await save(withoutScripts);
  await file(page).setInputFiles(String(letters[0]));
  await save(page);
  await expect(page.getByRole('alert').filter({ hasText: 'modifiée entre-temps' }).first()).toContainText('choisissez-le de nouveau');
  await expect(page.getByLabel(NAME)).toHaveValue('Écrit par Noémie');
  await file(page).setInputFiles(String(letters[0]));
  await save(page);
  await expect(page.getByText('Le document est joint')).toBeVisible();
  expect(await stored()).toMatchObject({ 'elu-nom': 'Écrit par Noémie', 'lettre-elu': { name: 'une.pdf' } });

  // The colleague's page shows no document yet: theirs does not take the place of one they have not seen.
  await withoutScripts.goto(`${hub}/lettre`);
  await file(page).setInputFiles(String(letters[1]));
  await save(page);
  // The page already said that a document was attached, the one before.
  await expect.poll(stored).toMatchObject({ 'lettre-elu': { name: 'deux.pdf' } });
  await file(withoutScripts).setInputFiles(String(letters[0]));
  await save(withoutScripts);
  await expect(withoutScripts.getByText(/modifiée entre-temps|Un autre document a été joint/).first()).toBeVisible();
  expect(await stored()).toMatchObject({ 'lettre-elu': { name: 'deux.pdf' } });

  // Two texts written at once are shown side by side, and a person chooses.
  await withoutScripts.goto(`${hub}/lettre`);
  await page.goto(`${hub}/lettre`);
  await page.getByLabel(NAME).fill('Écrit par la responsable');
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await withoutScripts.getByLabel(NAME).fill('Corrigé par Noémie');
  await save(withoutScripts);
  await expect(withoutScripts.getByRole('blockquote')).toHaveText(['Corrigé par Noémie', 'Écrit par la responsable']);
  await expect(withoutScripts.getByLabel(NAME)).toHaveValue('Corrigé par Noémie');
  expect(await stored()).toMatchObject({ 'elu-nom': 'Écrit par la responsable' });
  await save(withoutScripts);
  await withoutScripts.waitForURL((url) => !url.pathname.endsWith('/lettre'));
  expect(await stored()).toMatchObject({ 'elu-nom': 'Corrigé par Noémie', 'lettre-elu': { name: 'deux.pdf' } });
});

test('texts too long for the page that holds the letter come back with the reason, and what fits in an address', async ({
  withoutScripts: page,
  signIn,
  sql,
}) => {
  await signIn(`long-${process.hrtime.bigint()}@territoire.example`, page);
  const hub = await startDossier(page, await ownCall(sql, 'pieces'), pays);
  await page.goto(`${hub}/lettre`);
  await page.getByLabel(NAME).fill('Œ'.repeat(20_000));
  await page.getByRole('button', { name: SAVE }).click();
  await expect(page.getByText(/dépasse 300/).first()).toBeVisible();
  await expect(page.getByLabel(NAME)).toHaveValue('Œ'.repeat(800));
});
