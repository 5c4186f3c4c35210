import { ownAddress } from './support/address.ts';
import { ownCall } from './support/own-call.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './support/test.ts';

test('a structure is found by one of its communes, chosen, prefilled, and its dossier created', async ({ page, signIn, sql }) => {
  const call = await ownCall(sql, 'registre');
  await signIn(ownAddress('registre'));
  await page.goto(`/appel/${call}`);
  await page.getByText('L’heure de clôture outre-mer').click();
  await expect(page.getByRole('cell', { name: 'Guadeloupe, Martinique, Saint-Barthélemy, Saint-Martin' })).toBeVisible();
  await page.getByRole('link', { name: 'Commencer un dossier' }).click();
  await page.getByLabel('Cherchez votre structure').fill('ramonville st agne');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByTestId('structures-trouvees')).toContainText('Comprend Ramonville-Saint-Agne.');
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Communauté d’agglomération du Sicoval' }).click();

  await expect(page.getByLabel('Nom de la structure')).toHaveValue('Communauté d’agglomération du Sicoval');
  await expect(page.getByLabel('Intercommunalité ou métropole')).toBeChecked();
  await expect(page.getByLabel('Numéro SIREN')).toHaveValue('243100633');
  await expect(page.getByLabel('Population du territoire')).toHaveValue(/^83.758$/);
  await expectAccessible(page);
  await page.getByLabel('Territoire concerné').fill('Sicoval, au sud de Toulouse');
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await page.waitForURL(/\/candidature\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Communauté d’agglomération du Sicoval' })).toBeVisible();
  const [kept] = await sql("SELECT content -> 'source' ->> 'version' AS version FROM registry_extracts WHERE dossier_id = $1", [
    page.url().split('/').at(-1),
  ]);
  expect(kept?.version).toContain('decoupage-administratif');
});

test('without scripts, French Polynesia without SIREN: what it is identified by, and its own hour beside that of Paris', async ({
  withoutScripts: page,
  signIn,
  sql,
}) => {
  const call = await ownCall(sql, 'tahiti');
  await signIn(ownAddress('tahiti'), page);
  await page.goto(`/candidature/nouveau?appel=${call}`);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByText('Écrivez un nom, une commune ou un SIREN.')).toBeVisible();
  await expect(page.getByLabel('Cherchez votre structure')).toBeFocused();
  await expect(page.getByLabel('Cherchez votre structure')).toHaveAccessibleDescription(/Écrivez un nom/);
  await page.getByLabel('Cherchez votre structure').fill('999 999 999');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByText('Ce numéro n’est pas dans le registre. Vérifiez ses neuf chiffres')).toBeVisible();
  await expect(page.getByText('orthographe')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Remplir sans le registre' })).toBeVisible();
  await page.getByLabel('Cherchez votre structure').fill('zzzz');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByText('Aucune structure trouvée pour « zzzz »')).toBeVisible();
  await page.getByLabel('Cherchez votre structure').fill('polynesie');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('link', { name: 'Polynésie française' }).click();
  await expect(page.getByText(/à Papeete/)).toBeVisible();
  await expect(page.getByLabel('Elle a un numéro TAHITI')).toBeChecked();
  await page.getByLabel('Son RIDET ou son numéro TAHITI').fill('12');
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await expect(page.getByText('Ce numéro TAHITI n’est pas valide').first()).toBeVisible();
  await expect(page.getByLabel('Elle a un numéro TAHITI')).toBeChecked();
  await expect(page.getByLabel('Son RIDET ou son numéro TAHITI')).toHaveValue('12');
  await page.getByLabel('Elle n’a aucun numéro').check({ force: true });
  await page.getByLabel('Son RIDET ou son numéro TAHITI').fill('');
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await page.waitForURL(/\/candidature\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/heure de Paris \(soit le .* à Papeete\)/)).toBeVisible();

  await page.getByRole('link', { name: 'Changer de territoire pour l’heure locale' }).click();
  await page.getByLabel('Où se trouve votre territoire ?').selectOption('Îles Marquises');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.waitForURL(/\/candidature\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/aux îles Marquises\)/)).toBeVisible();
  const hub = page.url();
  await page.goto(`${hub}/verifier`);
  await expect(page.getByText(/aux îles Marquises/).first()).toBeVisible();
  await expect(page.getByText('Aucun numéro', { exact: true })).toBeVisible();

  await page.goto(`/candidature/nouveau?appel=${call}&registre=OM-987`);
  await page.getByLabel('Elle n’a aucun numéro').check({ force: true });
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await page.getByRole('link', { name: 'Ouvrir ce dossier' }).click();
  await expect(page).toHaveURL(hub);
});

test('whoever examines reads the registry beside what is declared, as something to look at', async ({ page, enterAs, sql }) => {
  const content = {
    ...{ key: '243100633', name: 'Communauté d’agglomération du Sicoval', kind: 'CA', kindLabel: 'Communauté d’agglomération' },
    ...{ organisationKind: 'intercommunalite', siren: '243100633', population: 83_758, departments: [], members: [] },
    source: { name: 'Registre d’essai', licence: 'Licence Ouverte 2.0', version: '1', date: '2026-04-09' },
  };
  const [row] = await sql(
    `INSERT INTO registry_extracts (dossier_id, content)
     SELECT d.id, $1::jsonb FROM dossiers d JOIN calls c ON c.id = d.call_id
     WHERE c.closes_at < clock_timestamp() AND d.status = 'admissible' AND d.organisation_kind = 'intercommunalite' ORDER BY d.number LIMIT 1
     RETURNING dossier_id AS id`,
    [JSON.stringify(content)],
  );
  await enterAs('Agathe Morel');
  await page.goto(`/instruction/${row?.id}`);
  await expect(page.getByTestId('registre')).toContainText('Diffère SIREN : 243 100 633');
  await expect(page.getByTestId('registre')).toContainText('✓ Nature : Intercommunalité ou métropole.');
  await expect(page.getByText(/Registre d’essai, 9 avril 2026, tel qu’il était/)).toBeVisible();
  await expectAccessible(page);
});
