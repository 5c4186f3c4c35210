import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** The closed call of the demonstration; without saying which, the pages show the last one closed, made by another test. */
const list = `/instruction?appel=essai-${new Date().getFullYear()}`;
const board = list.replace('instruction', 'comite');

/** Opens a dossier of the list by the name of its structure. */
async function openByName(page: Page, name: string): Promise<string> {
  await page.goto(list);
  await page
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('link')
    .click();
  await page.waitForURL(/\/instruction\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

test('who has no role of the Mission finds none of its pages', async ({ page, enterAs }) => {
  await enterAs('Lucie Perrot');
  for (const path of ['/instruction', '/comite', '/administration']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
  }
  await expect(page.getByRole('link', { name: 'Instruction' })).toHaveCount(0);
});

test('the list is searched, filtered and walked through without losing the filters', async ({ page, enterAs }) => {
  await enterAs('Inès Lacombe');
  await page.goto(list);
  await page.getByLabel(/Rechercher un nom/).fill('ÎLES cormoran');
  await page.getByRole('button', { name: 'Afficher' }).click();
  await expect(page.getByRole('status')).toHaveText(/1.dossier$/);
  await page.getByRole('link', { name: 'Tout effacer' }).click();
  await page.getByLabel('Statut').selectOption('Recevable');
  await page.getByLabel('Trier par').selectOption('Nom de la structure');
  await page.getByRole('button', { name: 'Afficher' }).click();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByText(/Dossier 1 sur \d+/)).toBeVisible();
  await page.getByRole('link', { name: 'Suivant' }).click();
  await expect(page.getByText(/Dossier 2 sur \d+/)).toBeVisible();
  await page.getByRole('link', { name: '← Liste des dossiers' }).click();
  await expect(page.getByLabel('Statut')).toHaveValue('admissible');
});

test('dossiers stay sealed until the closing, for everybody', async ({ page, enterAs }) => {
  await enterAs('Ousmane Diallo');
  await page.goto('/instruction');
  await page
    .getByRole('link', { name: /Appel d’essai \d+ \(fictif\)/ })
    .first()
    .click();
  await expect(page.getByText(/Les dossiers s’ouvriront à la clôture/)).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('a région is proposed as not eligible, with the words of the call', async ({ page, enterAs }) => {
  await enterAs('Hugo Bertin');
  await openByName(page, 'Région Grand Littoral');
  await expect(page.getByText(/Proposition\s: non éligible\. L’échelle de la région dépasse celle du département/)).toBeVisible();
  await expect(page.getByLabel('Non éligible')).toBeChecked();
});

test('a dossier without category: the Mission chooses it, with a reason', async ({ page, enterAs }) => {
  await enterAs('Salomé Ferrand');
  await openByName(page, 'Trois Clochers');
  await expect(page.getByTestId('points-de-recevabilite')).toContainText('À vérifier : Catégorie connue.');
  await page.getByRole('button', { name: 'Fixer la catégorie' }).click();
  await expect(page.getByText('Choisissez une catégorie.').first()).toBeVisible();
  await page.getByLabel(/^Territoire n’ayant pas encore engagé/).check({ force: true });
  await page.getByLabel('Raison du choix de la catégorie').fill('Aucun travail n’est encore engagé.');
  await page.getByRole('button', { name: 'Fixer la catégorie' }).click();
  await expect(page.getByText('La catégorie est fixée.')).toBeVisible();
  await expect(page.getByText('Fixée par la Mission : Aucun travail n’est encore engagé.')).toBeVisible();
});

test('withdrawing is confirmed, said, and hides the dossier everywhere from that person only', async ({ page, enterAs }) => {
  await enterAs('Claire Vasseur');
  const path = await openByName(page, 'Communauté urbaine de Port-Aubin');
  await page.getByText('Me déporter de ce dossier').click();
  await page.getByRole('button', { name: 'Je me déporte' }).click();
  await page.waitForURL(/\/instruction\?/);
  await expect(page.getByText('Vous vous êtes déporté')).toBeVisible();
  await expect(page.getByText('Port-Aubin')).toHaveCount(0);
  expect((await page.goto(path))?.status()).toBe(404);
  expect((await page.goto(path.replace('instruction', 'comite')))?.status()).toBe(404);
  await page.goto(board);
  await expect(page.getByText('Port-Aubin')).toHaveCount(0);
  await expect(page.getByText(/1.dossier n’est pas montré/)).toBeVisible();
  await enterAs('Noé Castel');
  await page.goto(board);
  await expect(page.getByRole('link', { name: 'Communauté urbaine de Port-Aubin' })).toBeVisible();
});

// One after the other: the second settles what the first reads as a disagreement.
test.describe
  .serial('the disagreements of the committee', () => {
    test('a member reads a disagreement without settling it, and moves a dossier, each time with a reason', async ({ page, enterAs }) => {
      await enterAs('Noé Castel');
      await page.goto(board);
      const row = page.getByRole('rowgroup').filter({ hasText: 'Vauzelle' });
      await row.locator('summary').click();
      await row.getByLabel('Nouvelle place').selectOption('Liste complémentaire');
      await row.getByLabel('Raison').fill('Se retire de lui-même.');
      await row.getByRole('button', { name: 'Déplacer' }).click();
      await expect(row).toContainText(/Place donnée par le comité \(Noé Castel, .*\)\s: Se retire de lui-même\./);
      await expect(row).toContainText('L’ordre annoncé donnerait : lauréat.');
      await expect(page.getByText('La ligne passe ici.')).toHaveCount(1);
      await row.locator('summary').click();
      await row.getByLabel('Nouvelle place').selectOption('Place calculée');
      await row.getByLabel('Raison').fill('Revient.');
      await row.getByRole('button', { name: 'Déplacer' }).click();
      await expect(row).not.toContainText('Place donnée par le comité');

      await page.getByRole('link', { name: 'Collectivité à statut particulier de l’Estuaire' }).click();
      await expect(page.getByRole('heading', { name: /Schémas territoriaux\s: désaccord/ })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Enregistrer les constats communs' })).toHaveCount(0);
    });

    test('the chair settles several criteria in one form: what is incomplete comes back whole, without scripts too', async ({
      withoutScripts: page,
      enterAs,
    }) => {
      await enterAs('Claire Vasseur', page);
      await page.goto(board);
      await page.getByRole('link', { name: 'Collectivité à statut particulier de l’Estuaire' }).click();
      const finding = (code: string, word: string) =>
        page.getByRole('group', { name: `Constat commun sur ${code}` }).getByLabel(word, { exact: true });
      const reason = (code: string) => page.getByLabel(`Raison retenue par le comité (${code})`);
      await finding('C2', 'Rempli').check({ force: true });
      await reason('C2').fill('Le schéma est cité page 2.');
      await reason('C3').fill('Une équipe partagée, sans moyens propres.');
      await page.getByRole('button', { name: 'Enregistrer les constats communs' }).click();
      await expect(page.getByRole('link', { name: 'Choisissez le constat commun sur C3.' })).toBeVisible();
      await expect(finding('C2', 'Rempli')).toBeChecked();
      await expect(reason('C2')).toHaveValue('Le schéma est cité page 2.');
      await finding('C3', 'Partiel').check({ force: true });
      await page.getByRole('button', { name: 'Enregistrer les constats communs' }).click();
      await expect(page.getByRole('status')).toContainText(
        'Enregistré : C2 – Schémas territoriaux : rempli ; C3 – Équipe et moyens dédiés : partiel.',
      );
      await expect(page.getByText(/Départagé par Claire Vasseur le .*\s: Le schéma est cité page 2\./)).toBeVisible();
    });
  });

test('an administrator gives and takes back a role, and cannot take away their own', async ({ page, enterAs }) => {
  await enterAs('Agathe Morel');
  await page.getByLabel('Courriel de la personne').fill('renfort@mission.example');
  await page.getByLabel('Rôle', { exact: true }).selectOption('Instruction et évaluation');
  await page.getByRole('button', { name: 'Donner le rôle' }).click();
  await expect(page.getByText('Le rôle est donné.')).toBeVisible();
  await page.getByRole('button', { name: /Retirer le rôle Instruction et évaluation à renfort@mission.example/ }).click();
  await expect(page.getByText('Le rôle est retiré.')).toBeVisible();
  await page.getByRole('button', { name: /Retirer le rôle Administration à Agathe Morel/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Vous ne pouvez pas retirer votre propre rôle' })).toBeVisible();
  await page.goto('/administration?fait=Votre+compte+est+bloqué&refus=Écrivez+ailleurs&message=Appelez-nous');
  await expect(page.getByText(/Votre compte est bloqué|Écrivez ailleurs|Appelez-nous/)).toHaveCount(0);
});
