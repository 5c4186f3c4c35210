import type { Page } from '@playwright/test';
import { ownAddress } from './support/address.ts';
import { startDossier } from './support/candidate.ts';
import { ownCall } from './support/own-call.ts';
import { expect, test } from './support/test.ts';

const SAVED = /^Enregistré à/;

/** Opens a page whose scripts stay away, as on a slow line, until the returned function is called. */
async function openWithoutScriptsYet(page: Page, address: string): Promise<() => void> {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  return release;
}

test('what is typed before the scripts of a page have come stays in the form, and is saved', async ({ page, signIn, sql }) => {
  const call = await ownCall(sql, 'ligne-lente');
  await signIn(ownAddress('lente'));
  const hub = await startDossier(page, call, { name: 'Pays lent', kind: 'Département', territory: 'Val', population: '12 000' });
  const stored = async (section: string) => {
    const [row] = await sql('SELECT answers FROM dossier_sections WHERE dossier_id = $1 AND code = $2', [hub.split('/').at(-1), section]);
    return row?.answers;
  };
  await page.goto(`${hub}/fiche-2`);
  const area = page.getByLabel(/Comment en êtes-vous venu/);
  await area.fill('Écrit hier');
  await expect(page.getByText(SAVED)).toBeVisible();

  const scriptsCome = await openWithoutScriptsYet(page, `${hub}/fiche-2`);
  await area.press('Home');
  await area.pressSequentially('Avant, ');
  scriptsCome();
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.keyboard.type('puis : ');
  await expect(area, 'the caret is where it was').toHaveValue('Avant, puis : Écrit hier');
  await expect.poll(() => stored('fiche-2')).toMatchObject({ '2-1': 'Avant, puis : Écrit hier' });

  const scriptsComeToo = await openWithoutScriptsYet(page, `${hub}/structure`);
  await page.getByLabel('Territoire concerné').fill('Ailleurs');
  for (const kind of ['Commune', 'Région', 'Commune']) await page.getByLabel(kind, { exact: true }).check({ force: true });
  scriptsComeToo();
  await expect(page.getByText(SAVED)).toBeVisible();
  await expect(page.getByLabel('Territoire concerné')).toHaveValue('Ailleurs');
  expect(await stored('structure')).toMatchObject({ territoire: 'Ailleurs', nature: 'commune', 'nom-structure': 'Pays lent' });

  const scriptsComeAgain = await openWithoutScriptsYet(page, `${hub}/fiche-2`);
  await area.fill('');
  scriptsComeAgain();
  await expect(page.getByText(SAVED)).toBeVisible();
  expect(JSON.stringify(await stored('fiche-2'))).not.toContain('hier');
});

test('a reason that replaces a proposed one before the scripts have come is the one that is sent', async ({ page, enterAs, sql }) => {
  await enterAs('Inès Lacombe');
  const [dossier] = await sql(
    `SELECT d.id FROM dossiers d JOIN calls c ON c.id = d.call_id
     WHERE c.code = $1 AND d.status = 'submitted' AND d.organisation_kind = 'region' ORDER BY d.number LIMIT 1`,
    [`essai-${new Date().getFullYear()}`],
  );
  const scriptsCome = await openWithoutScriptsYet(page, `/instruction/${dossier?.id}`);
  const reason = page.getByLabel('Raison de la décision sur l’éligibilité');
  await expect(reason).not.toBeEmpty();
  await reason.fill('');
  scriptsCome();
  await page.waitForLoadState();
  await page.getByRole('button', { name: 'Enregistrer la décision' }).first().click();
  await expect(page.getByRole('alert').filter({ hasText: 'Écrivez la raison de votre décision' })).toBeVisible();
});
