import type { Page } from '@playwright/test';
import { ownAddress } from './support/address.ts';
import { startDossier } from './support/candidate.ts';
import { inspectPage } from './support/inspect.ts';
import { ownCall } from './support/own-call.ts';
import { expect, freshSiren, test } from './support/test.ts';

const HOUR_MS = 3_600_000;
/** A day and an hour of Paris, as their fields hold them; at noon, which no change of clocks touches. */
function dayIn(hours: number): string {
  return new Date(Date.now() + hours * HOUR_MS).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
}

async function fillInstant(page: Page, labels: readonly [day: string, hour: string], day: string, hour: string): Promise<void> {
  await page.getByLabel(labels[0], { exact: true }).fill(day);
  await page.getByLabel(labels[1], { exact: true }).fill(hour);
}

const newClosing = ['Dernier jour pour déposer', 'Dernière minute pour déposer'] as const;

test('an incident extends the deposit for all, in words everybody reads', async ({ page, signIn, enterAs, sql, browser, baseURL }) => {
  const call = await ownCall(sql, 'delais');
  await signIn(ownAddress('delais'));
  const hub = await startDossier(page, call, { name: 'Pays', kind: 'Département', territory: 'T', population: '1' });

  const administration = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await enterAs('Agathe Morel', administration);
  await administration.goto(`/administration/delais?appel=${call}`);
  await inspectPage(administration);
  const incident = administration.locator('section', { hasText: 'Prolonger le dépôt pour tous' });
  await fillInstant(administration, ['Jour où l’incident a commencé', 'Heure où l’incident a commencé'], dayIn(-48), '14:10');
  await fillInstant(administration, ['Jour où l’incident a fini', 'Heure où l’incident a fini'], dayIn(-48), '16:00');
  await fillInstant(administration, newClosing, nextChangeNight(), '02:30');
  await administration.getByLabel('Ce qui s’est passé').fill('Les codes de connexion n’arrivaient plus.');
  const review = incident.getByRole('button', { name: 'Relire puis prolonger' });
  await review.click();
  await expect(incident.getByRole('alert').getByText(/Cette nuit-là, l’heure change/)).toBeVisible();
  await expect(administration.getByLabel('Ce qui s’est passé')).toHaveValue('Les codes de connexion n’arrivaient plus.');
  await fillInstant(administration, newClosing, dayIn(40 * 24), '17:59');
  await review.click();
  // Read again before it is published, with every word in its place when something is to be changed.
  await expect(incident.getByRole('heading', { name: 'Relisez avant de publier' })).toBeVisible();
  await expect(incident.getByText(/^Nouvelle clôture.* à 17\sh\s59 inclus/u)).toBeVisible();
  await inspectPage(administration);
  await incident.getByRole('button', { name: 'Modifier' }).click();
  await expect(administration.getByLabel('Ce qui s’est passé')).toHaveValue('Les codes de connexion n’arrivaient plus.');
  await expect(administration.getByLabel(newClosing[1])).toHaveValue('17:59');
  await review.click();
  await incident.getByRole('button', { name: 'Publier et prolonger le dépôt' }).click();
  await expect(administration.getByText('Le dépôt est prolongé pour tous.')).toBeVisible();

  const notice = page.getByText(/^Le dépôt a été prolongé jusqu’au .* à 17\sh\s59 inclus, heure de Paris, en raison d’un incident\.$/u);
  for (const address of [hub, `/appel/${call}`]) {
    await page.goto(address);
    await expect(notice).toBeVisible();
    await expect(page.getByText(/de 14\sh\s10 à 16\sh\s00 .*n’arrivaient plus/u)).toBeVisible();
  }
  await inspectPage(page);
  await administration.context().close();
});

test('after the closing, an authorisation lets one dossier be written, and keeps it sealed', async ({
  page,
  signIn,
  enterAs,
  sql,
  withoutScripts,
}) => {
  const call = await ownCall(sql, 'autorisation');
  const siren = freshSiren();
  await signIn(ownAddress('autorisation'));
  const hub = await startDossier(page, call, { name: 'Pays empêché', kind: 'Département', siren, territory: 'T', population: '1' });
  await sql("UPDATE calls SET closes_at = clock_timestamp() - interval '1 second' WHERE code = $1", [call]);
  await page.goto(hub);
  await expect(page.getByText('Ce dossier n’a pas été déposé')).toBeVisible();
  // Given without scripts, as on an old machine.
  await enterAs('Agathe Morel', withoutScripts);
  await withoutScripts.goto(`/administration/delais?appel=${call}`);
  await withoutScripts.getByLabel('SIREN de la structure, ou numéro du dossier').fill(siren);
  await fillInstant(withoutScripts, ['Dernier jour de l’autorisation', 'Dernière minute de l’autorisation'], dayIn(72), '11:59');
  await withoutScripts.getByRole('button', { name: 'Donner l’autorisation' }).click();
  await expect(withoutScripts.getByText('Écrivez le motif').first()).toBeVisible();
  await withoutScripts.getByLabel('Motif de l’autorisation').fill('Inondation de la mairie.');
  await withoutScripts.getByRole('button', { name: 'Donner l’autorisation' }).click();
  await expect(withoutScripts.getByText('L’autorisation est donnée.')).toBeVisible();

  await page.goto(hub);
  await expect(page.getByText(/^Une autorisation vous permet de déposer jusqu’au .* à 11\sh\s59 inclus, heure de Paris$/u)).toBeVisible();
  await expect(page.getByText('Motif : Inondation de la mairie.')).toBeVisible();
  await inspectPage(page);
  await page.goto(`${hub}/fiche-2`);
  await page.getByLabel(/Comment en êtes-vous venu/).fill('Écrit après la clôture, avec une autorisation');
  await expect(page.getByText(/Enregistré à/)).toBeVisible();
  const administration = withoutScripts;
  await administration.goto(`/instruction?appel=${call}`);
  await expect(administration.getByText(/peut encore être déposé/)).toBeVisible();
  await expect(administration.getByText('Pays empêché')).toHaveCount(0);
});

test('a submitted dossier is withdrawn with a reason, and taken back before the closing only', async ({
  enterAs,
  page,
  sql,
  withoutScripts,
}) => {
  const [submitted] = await sql(`
    SELECT d.id, u.name, d.call_id FROM dossiers d JOIN calls c ON c.id = d.call_id JOIN dossier_members m ON m.dossier_id = d.id AND m.role = 'lead'
    JOIN users u ON u.id = m.user_id WHERE d.status = 'submitted' AND c.closes_at > clock_timestamp() AND u.persona IS NOT NULL ORDER BY d.number LIMIT 1`);
  const hub = `/candidature/${submitted?.id}`;
  await enterAs(String(submitted?.name));
  await page.goto(hub);
  await page.getByRole('link', { name: 'Retirer ce dossier' }).click();
  await page.getByRole('button', { name: 'Retirer le dossier' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Dites en une phrase pourquoi' })).toBeFocused();
  await inspectPage(page);
  await page.getByLabel('Pourquoi retirez-vous ce dossier ?').fill('La commune fusionne avec sa voisine.');
  await page.getByRole('button', { name: 'Retirer le dossier' }).click();
  await expect(page.getByText('Raison : La commune fusionne avec sa voisine.')).toBeVisible();
  await inspectPage(page);
  await page.goto(`${hub}/verifier`);
  await expect(page.getByRole('button', { name: 'Déposer le dossier de candidature' })).toHaveCount(0);

  await enterAs(String(submitted?.name), withoutScripts);
  await withoutScripts.goto(hub);
  await withoutScripts.getByRole('button', { name: 'Annuler le retrait' }).click();
  await expect(withoutScripts.getByText('Le retrait est annulé : votre dossier est de nouveau déposé.')).toBeVisible();
  await expect(withoutScripts.getByText(/Votre dossier est déposé sous le numéro/)).toBeVisible();
});

/** The next last Sunday of March or October. */
function nextChangeNight(): string {
  const now = new Date();
  for (let month = now.getUTCMonth(); ; month += 1) {
    const last = new Date(Date.UTC(now.getUTCFullYear(), month + 1, 0));
    last.setUTCDate(last.getUTCDate() - last.getUTCDay());
    if ([2, 9].includes(last.getUTCMonth()) && last > now) return last.toISOString().slice(0, 10);
  }
}
