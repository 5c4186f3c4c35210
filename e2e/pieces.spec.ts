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
  const email = `pieces-${Date.now()}@territoire.example`;
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
