import type { Page } from '@playwright/test';
import { ownAddress } from './support/address.ts';
import { startDossier } from './support/candidate.ts';
import { ownCall } from './support/own-call.ts';
import { expect, expectAccessible, freshSiren, test } from './support/test.ts';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** A dossier whose deposit has closed, submitted with what the page of identity says: the rest is put beside it as deposited. */
async function submittedDossier(page: Page, sql: Sql, name: string): Promise<string> {
  const call = await ownCall(sql, 'corrections');
  const hub = await startDossier(page, call, { name, kind: 'Département', territory: 'Le Val', population: '12 000' });
  const id = hub.split('/').at(-1);
  const answers = {
    'fiche-3': { '3-1': 'Accompagner dix personnes dans chaque commune.' },
    'fiche-2': { '2-1': 'Par les demandes reçues.' },
  };
  for (const [code, page] of Object.entries(answers)) {
    await sql(
      `INSERT INTO dossier_sections (dossier_id, code, answers, updated_by_id)
       SELECT $1, $2, $3, user_id FROM dossier_members WHERE dossier_id = $1`,
      [id, code, page],
    );
  }
  // Complete as the call asks: copied from the complete dossier of the demonstration, then deposited on the page made for it.
  await sql(
    `INSERT INTO dossier_sections (dossier_id, code, answers, updated_by_id)
     SELECT $1, s.code, s.answers, m.user_id FROM dossier_sections s, dossier_members m, dossiers d
     WHERE m.dossier_id = $1 AND d.id = s.dossier_id AND d.id = (
       SELECT x.id FROM dossiers x JOIN calls c ON c.id = x.call_id WHERE c.code = $2 AND x.status = 'admissible' ORDER BY x.number LIMIT 1)
     ON CONFLICT DO NOTHING`,
    [id, `essai-${new Date().getFullYear()}`],
  );
  await page.goto(`${hub}/verifier`);
  const asked = page.getByLabel('Votre prénom et votre nom');
  if (await asked.isVisible()) await asked.fill('Camille Exemple');
  await page.getByRole('button', { name: 'Déposer le dossier de candidature' }).click();
  await page.waitForURL(/depot$/);
  await sql(`UPDATE calls SET closes_at = clock_timestamp() - interval '1 minute' WHERE code = $1`, [call]);
  return hub;
}

test('the Mission asks for corrections; the candidate corrects that page only, deposits; the reviewer reads the difference', async ({
  page,
  signIn,
  enterAs,
  sql,
  browser,
  baseURL,
}) => {
  await signIn(ownAddress('correction'));
  const hub = await submittedDossier(page, sql, 'Pays des Corrections');
  const examined = hub.replace('candidature', 'instruction');

  const mission = await (await browser.newContext({ baseURL, locale: 'fr-FR', viewport: { width: 375, height: 800 } })).newPage();
  await enterAs('Inès Lacombe', mission);
  await mission.goto(examined);
  await mission.getByRole('link', { name: 'Demander des corrections' }).click();
  await mission.getByRole('button', { name: 'Envoyer la demande au candidat' }).click();
  await expect(mission.getByRole('alert').filter({ hasText: 'une page au moins' })).toBeVisible();
  await mission.getByLabel('2. Contexte', { exact: false }).fill('Dites depuis quand.');
  await mission.getByLabel('3. Objectifs', { exact: false }).fill('Dites combien de personnes au total.');
  await mission.getByRole('button', { name: 'Envoyer la demande au candidat' }).click();
  await expect(mission.getByText('La demande est envoyée par courriel')).toBeVisible();
  await expectAccessible(mission);
  await mission.goto(examined);
  await expect(mission.getByTestId('etat-corrections')).toContainText('La recevabilité ne se décide pas d’ici là.');
  await expect(mission.getByRole('button', { name: 'Enregistrer la décision' })).toHaveCount(1); // l’éligibilité seule

  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(hub);
  await expect(page.getByTestId('corrections')).toContainText('Dites combien de personnes au total.');
  await expectAccessible(page);
  await page.goto(`${hub}/fiche-4`);
  await expect(page.getByText('Cette page ne se modifie plus')).toBeVisible();
  await page.goto(`${hub}/fiche-3`);
  await expect(page.getByText('Dites combien de personnes au total.')).toBeVisible();
  await page.getByRole('textbox').first().fill('Accompagner mille personnes dans le pays.');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.waitForURL(/verifier$/);
  await expect(page.getByText('Vos corrections ne sont pas encore déposées')).toBeVisible();
  await expect(page.getByTestId('corrections')).toContainText('Dites depuis quand.');
  await expect(page.getByTestId('pages-inchangees')).toHaveText('2. Contexte');
  await page.getByRole('link', { name: 'Voir ce qui diffère, mot à mot' }).click();
  await expect(page.locator('ins').filter({ hasText: 'mille' })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${hub}/fiche-3`);
  await expectAccessible(page);
  await page.goto(`${hub}/verifier`);
  await page.getByRole('button', { name: 'Déposer mes corrections' }).click();
  await page.waitForURL(/depot$/);
  await expect(page.getByText(/version 2/).first()).toBeVisible();
  await page.goto(`${hub}/fiche-3`);
  await expect(page.getByText('Cette page ne se modifie plus')).toBeVisible();

  await mission.goto(examined);
  await expect(mission.getByTestId('etat-corrections')).toContainText(
    /Réponse reçue\s: la version 2 est déposée\. Page sans changement\s: 2\. Contexte\./,
  );
  await mission.getByRole('link', { name: 'Voir ce qui a changé' }).click();
  await expect(mission.locator('del').filter({ hasText: 'dix' })).toBeVisible();
  await expect(mission.locator('ins').filter({ hasText: 'mille' })).toBeVisible();
  await expectAccessible(mission);
  await mission.context().close();
});

test('without scripts: asked, corrected, given back, then overdue', async ({ page, signIn, enterAs, sql, withoutScripts }) => {
  await signIn(ownAddress('correction'));
  const hub = await submittedDossier(page, sql, 'Pays sans script');
  const examined = hub.replace('candidature', 'instruction');
  await enterAs('Inès Lacombe', withoutScripts);
  await withoutScripts.goto(`${examined}/corrections`);
  await withoutScripts.getByLabel('3. Objectifs', { exact: false }).fill('Précisez.');
  await withoutScripts.getByLabel('Dernier jour pour corriger').fill('2019-10-04');
  await withoutScripts.getByRole('button', { name: 'Envoyer la demande au candidat' }).click();
  await expect(withoutScripts.getByText('Cette date est passée').first()).toBeVisible();
  await expect(withoutScripts.getByLabel('3. Objectifs', { exact: false })).toHaveValue('Précisez.');
  await withoutScripts.getByLabel('Dernier jour pour corriger').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
  await withoutScripts.getByRole('button', { name: 'Envoyer la demande au candidat' }).click();
  await expect(withoutScripts.getByText('La demande est envoyée par courriel')).toBeVisible();

  const cookies = await page.context().cookies();
  await withoutScripts.context().clearCookies();
  await withoutScripts.context().addCookies(cookies);
  await withoutScripts.goto(`${hub}/fiche-3`);
  await withoutScripts.getByRole('textbox').first().fill('Tout autre chose.');
  await withoutScripts.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await withoutScripts.waitForURL(/verifier$/);
  await withoutScripts.goto(`${hub}/fiche-3`);
  await withoutScripts.getByText('Revenir à la version déposée').click();
  await withoutScripts.getByRole('button', { name: 'Effacer mes modifications de cette page' }).click();
  await expect(withoutScripts.getByText('La page contient de nouveau ce que vous aviez déposé.')).toBeVisible();
  await expect(withoutScripts.getByRole('textbox').first()).toHaveValue('Accompagner dix personnes dans chaque commune.');

  await sql('ALTER TABLE correction_requests DISABLE TRIGGER frozen');
  await sql(`UPDATE correction_requests SET due_at = clock_timestamp() - interval '1 second' WHERE dossier_id = $1`, [
    hub.split('/').at(-1),
  ]);
  await sql('ALTER TABLE correction_requests ENABLE TRIGGER frozen');
  await withoutScripts.goto(hub);
  await expect(withoutScripts.getByText('Le délai pour corriger est passé').first()).toBeVisible();
  await withoutScripts.goto(`${hub}/fiche-3`);
  await expect(withoutScripts.getByText('Cette page ne se modifie plus')).toBeVisible();
});

test('a new dossier starts from the one of an earlier call, whose pages are marked until they are saved', async ({ page, signIn, sql }) => {
  const siren = freshSiren();
  const structure = { name: 'Pays fidèle', kind: 'Département', siren, territory: 'Le Val', population: '12 000' };
  await signIn(ownAddress('reprise'));
  const earlier = await ownCall(sql, 'ancien');
  const past = await startDossier(page, earlier, structure);
  await page.goto(`${past}/fiche-3`);
  await page.getByRole('textbox').first().fill('Un objectif de l’an passé.');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.waitForURL(/fiche-4$/);
  await sql(`UPDATE calls SET closes_at = '2019-10-05T00:00:00+02:00', opens_at = NULL WHERE code = $1`, [earlier]);

  const hub = await startDossier(page, await ownCall(sql, 'nouveau'), structure);
  await page.goto(hub);
  await expect(page.getByRole('heading', { name: 'Vous avez déjà candidaté en 2019' })).toBeVisible();
  await page.setViewportSize({ width: 375, height: 800 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Repartir du dossier de 2019' }).click();
  await expect(page.getByText('La lettre de soutien n’est pas reprise')).toBeVisible();
  await expect(page.getByTestId('pages-reprises')).toHaveText('Commencez par 3. Objectifs.');
  await expect(page.getByText('À actualiser', { exact: true })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByTestId('pages-reprises').getByRole('link').click();
  await expect(page.getByText('Page reprise de 2019, à actualiser')).toBeVisible();
  await expect(page.getByRole('textbox').first()).toHaveValue('Un objectif de l’an passé.');
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.waitForURL(/fiche-4$/);
  await page.goto(hub);
  await expect(page.getByTestId('pages-reprises')).toHaveCount(0);
});
