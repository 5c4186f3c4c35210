import { startDossier } from './support/candidate.ts';
import { ownCall } from './support/own-call.ts';
import { expect, test } from './support/test.ts';

const pays = { name: 'Pays partagé', kind: 'Département', territory: 'Val', population: '12 000' };

test('nothing is done in the name of whoever signed in since a page was opened, with scripts or without', async ({
  page: scripted,
  withoutScripts,
  signIn,
  sql,
}) => {
  for (const page of [scripted, withoutScripts]) {
    const [lead = '', colleague = ''] = ['responsable', 'collegue'].map((who) => `${who}-${process.hrtime.bigint()}@territoire.example`);
    await signIn(colleague, page);
    await signIn(lead, page);
    const hub = await startDossier(page, await ownCall(sql, 'auteurs'), pays);
    const dossierId = hub.split('/').at(-1);
    await sql("INSERT INTO dossier_members (dossier_id, user_id, role) SELECT $1, id, 'lead' FROM users WHERE email = $2", [
      dossierId,
      colleague,
    ]);

    await page.goto(`${hub}/messages`);
    await page.getByRole('textbox').fill('Écrit par la responsable');
    await signIn(colleague, page);
    await page.getByRole('button', { name: 'Envoyer le message' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'cette page a été ouverte avec une autre' })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveValue('Écrit par la responsable');
    expect(await sql('SELECT 1 FROM messages WHERE dossier_id = $1', [dossierId])).toEqual([]);

    await signIn(lead, page);
    await page.goto(`${hub}/equipe`);
    await signIn(colleague, page);
    await page.getByRole('button', { name: 'Quitter le dossier' }).click();
    await expect(page.getByText('avait été ouverte avec une autre adresse que la vôtre : rien n’a été fait')).toBeVisible();
    expect(await sql('SELECT 1 FROM dossier_members WHERE dossier_id = $1', [dossierId])).toHaveLength(2);
  }
});
