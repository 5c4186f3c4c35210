import { ownAddress } from './support/address.ts';
import { letterOnDisk } from './support/candidate.ts';
import { inspectPage } from './support/inspect.ts';
import { ownCall } from './support/own-call.ts';
import { expect, freshSiren, test } from './support/test.ts';

const inParis = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', ...options });

test('before starting, anybody tests whether the call concerns them, with or without scripts; nothing is kept', async ({
  page,
  sql,
  withoutScripts,
}) => {
  const call = await ownCall(sql, 'test');
  await withoutScripts.goto(`/appel/${call}`);
  await withoutScripts.getByRole('link', { name: 'Suis-je concerné ?' }).click();
  await withoutScripts.getByRole('button', { name: 'Continuer' }).click();
  const summary = withoutScripts.getByRole('alert').filter({ hasText: 'Il manque 2 réponses pour continuer.' });
  await expect(summary.getByRole('link', { name: 'Choisissez la nature de votre structure.' })).toHaveAttribute('href', '#champ-nature');
  await withoutScripts.getByLabel('Commune', { exact: true }).check({ force: true });
  await withoutScripts.getByLabel(/^Territoire ayant déjà défini/).check({ force: true });
  await expect(withoutScripts.getByText('Quelques questions, sans compte.')).toBeVisible();
  await withoutScripts.getByRole('button', { name: 'Continuer' }).click();
  await expect(withoutScripts.getByText('Quelques questions, sans compte.')).toHaveCount(0);
  await withoutScripts.getByRole('button', { name: 'Voir le résultat' }).click();
  await expect(withoutScripts.getByText('votre structure ne peut pas porter le dossier')).toBeVisible();
  await expect(withoutScripts.getByText('la Mission décide', { exact: false }).first()).toBeVisible();
  expect(await withoutScripts.context().cookies()).toEqual([]);

  await page.goto(`/appel/${call}/test?nature=gip&situation=travaux-engages&etape=2`);
  await inspectPage(page);
  await expect(page.getByRole('group', { name: 'Avez-vous déjà votre interlocuteur référent ?' })).toBeVisible();
  // What is not answered is no « no »: neither the criteria nor the letter.
  await page.getByRole('button', { name: 'Voir le résultat' }).click();
  await expect(page.getByText('Il reste à dire quels critères votre territoire remplit')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Pas encore répondu' })).toHaveCount(2);
  await expect(page.getByRole('heading', { name: 'À obtenir avant de déposer' })).toHaveCount(0);
  await inspectPage(page);
  await page.getByRole('link', { name: 'Répondre à ce qui ne l’est pas encore' }).click();
  await page.getByLabel('Aucun, ou je ne sais pas').check({ force: true });
  await page
    .getByRole('group', { name: /lettre de soutien/ })
    .getByLabel('Pas encore')
    .check({ force: true });
  await page.getByRole('button', { name: 'Voir le résultat' }).click();
  await expect(page.getByText('il vous reste à vérifier lesquels vous remplissez')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'À obtenir avant de déposer' })).toBeVisible();
  await page.getByRole('link', { name: 'Répondre à ce qui ne l’est pas encore' }).click();
  await page.getByLabel('Aucun, ou je ne sais pas').uncheck({ force: true });
  await page.getByLabel(/^Être lauréat de l’appel à projets Pass/).check({ force: true });
  await page.getByRole('button', { name: 'Voir le résultat' }).click();
  await expect(page.getByText('il vous manque des critères')).toBeVisible();
  await page.getByRole('link', { name: 'Changer mes réponses' }).click();
  await expect(page.getByLabel('Groupement d’intérêt public')).toBeChecked();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByLabel(/^Être lauréat de l’appel à projets Pass/)).toBeChecked();
  await page.getByLabel(/^Avoir entamé une démarche de structuration/).check({ force: true });
  await page.getByRole('button', { name: 'Voir le résultat' }).click();
  await expect(page.getByText('votre structure peut candidater et remplit assez de critères')).toBeVisible();
  await inspectPage(page);
});

test('a question asked without an account is published with its answer, found, then corrected', async ({
  page,
  sql,
  enterAs,
  request,
  withoutScripts,
}) => {
  const call = await ownCall(sql, 'questions');
  const email = ownAddress('curieux');
  await withoutScripts.goto(`/appel/${call}/questions`);
  await withoutScripts.getByRole('button', { name: 'Envoyer ma question' }).click();
  await expect(withoutScripts.getByText('Écrivez votre question.').first()).toBeVisible();
  await withoutScripts.getByLabel('Votre question').fill('Je suis Paul Dupont. Un syndicat <b>mixte</b> peut-il candidater ?');
  await withoutScripts.getByLabel('Votre courriel').fill(email);
  await withoutScripts.getByRole('button', { name: 'Envoyer ma question' }).click();
  await expect(withoutScripts.getByText('Votre question est envoyée')).toBeVisible();
  await expect(withoutScripts.getByText('Paul Dupont')).toHaveCount(0);

  await enterAs('Agathe Morel');
  await page.goto(`/administration/questions?appel=${call}`);
  await expect(page.getByText('Je suis Paul Dupont')).toBeVisible();
  await page.getByRole('link', { name: 'Traiter cette question' }).click();
  await page.getByLabel('La question telle que tous la liront').fill('Un syndicat mixte peut-il candidater ?');
  await page.getByLabel('La réponse', { exact: true }).fill('Oui : l’appel cite les structures de coopération.');
  await inspectPage(page);
  await page.getByRole('button', { name: 'Publier la question et sa réponse' }).click();
  await expect(page.getByText('La réponse est publiée')).toBeVisible();
  await page.getByRole('link', { name: /^Corriger la question 1/ }).click();
  await page.getByLabel('La réponse', { exact: true }).fill('Oui, sans limite d’échelle.');
  await page.getByRole('button', { name: 'Publier la correction' }).click();
  await expect(page.getByText('La réponse est publiée')).toBeVisible();

  await withoutScripts.goto(`/appel/${call}/questions?q=SYNDICAT`);
  await expect(withoutScripts.locator('#question-1')).toContainText('Oui, sans limite d’échelle.');
  await expect(withoutScripts.locator('#question-1')).toContainText('modifiée le');
  await withoutScripts.getByText('Lire ce qui était publié avant').click();
  await expect(withoutScripts.getByText('l’appel cite les structures de coopération')).toBeVisible();
  await withoutScripts.goto(`/appel/${call}/questions?q=fromage`);
  await expect(withoutScripts.locator('#question-1')).toHaveCount(0);
  const mails = (await (await request.get(`/demo/courrier.json?a=${encodeURIComponent(email)}`)).json()) as { text: string }[];
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain('/questions#question-1');
  await page.goto(`/appel/${call}/questions`);
  await inspectPage(page);
});

test('a dossier received by mail is entered by the Mission, deposited at its reception, confirmed by the territory', async ({
  page,
  sql,
  enterAs,
  signIn,
  browser,
  baseURL,
}, testInfo) => {
  const call = await ownCall(sql, 'saisie');
  const contact = ownAddress('mairie');
  const received = new Date(Date.now() - 3 * 3_600_000);
  await enterAs('Agathe Morel');
  await page.goto(`/administration/saisies/nouvelle?appel=${call}`);
  await inspectPage(page);
  await page.getByRole('button', { name: 'Commencer la saisie' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'à corriger' });
  await expect(summary.getByRole('link')).toHaveText([
    /^Comment le dossier est-il arrivé/,
    /^Jour de réception/,
    /^Heure de réception/,
    /^Référence de l’envoi/,
    /^Courriel de la personne du territoire/,
    /^Nom de la structure\s: Indiquez le nom de la structure/,
    /^Nature de la structure/,
    /^Numéro SIREN/,
  ]);
  await page.getByLabel('Courriel', { exact: true }).check({ force: true });
  await page.getByLabel('Jour de réception').fill(received.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' }));
  await page.getByLabel('Heure de réception').fill(inParis({ hour: '2-digit', minute: '2-digit' }).format(received));
  await page.getByLabel('Référence de l’envoi').fill('Courriel « Candidature », n° 118');
  await page.getByLabel('Courriel de la personne du territoire').fill(contact);
  await page.getByLabel('Nom de la structure').fill('Pays reçu par courriel');
  await page.getByLabel('Intercommunalité ou métropole', { exact: true }).check({ force: true });
  await page.getByLabel('Numéro SIREN').fill(freshSiren());
  await page.getByLabel('Territoire concerné').fill('Pays');
  await page.getByRole('button', { name: 'Commencer la saisie' }).click();
  await page.waitForURL(/\/administration\/saisies\/[0-9a-f-]{36}$/);
  const entry = new URL(page.url()).pathname;
  const dossierId = entry.split('/').at(-1) ?? '';

  await page.getByText('Déposer le dossier tel que reçu').click();
  await page.getByRole('button', { name: 'Déposer maintenant' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Joignez d’abord la numérisation' })).toBeVisible();
  await page
    .getByLabel('Numérisation de ce qui a été reçu')
    .setInputFiles(await letterOnDisk(testInfo.outputPath('original.pdf'), 'Original'));
  await page.getByRole('button', { name: 'Joindre l’original' }).click();
  await expect(page.getByText('L’original est joint.')).toBeVisible();
  await inspectPage(page);
  await page.goto(`/candidature/${dossierId}/presentation`);
  await expect(page.getByText('Saisie assistée')).toBeVisible();
  await page.getByLabel(/Présentez votre territoire/).fill('Un pays de collines.');
  await expect(page.getByText(/Enregistré à/)).toBeVisible();
  await page.getByRole('link', { name: 'Revenir à la saisie pour déposer' }).click();
  await expect(page.getByText('Confirmation à demander à')).toBeVisible();
  await page.getByText('Déposer le dossier tel que reçu').click();
  await expect(page.getByText(/^Il manque \d+\séléments\s: le dossier sera déposé incomplet\.$/)).toBeVisible();
  await expect(page.getByText(/sera déposé comme reçu par courriel le /)).toBeVisible();
  await inspectPage(page);
  await page.getByRole('button', { name: 'Déposer maintenant' }).click();
  await expect(page.getByText('Le dossier est déposé, à la date de sa réception.')).toBeVisible();
  expect((await page.goto(`/candidature/${dossierId}`))?.status()).toBe(404);

  const territory = await (await browser.newContext({ baseURL, locale: 'fr-FR' })).newPage();
  await signIn(contact, territory);
  await territory.goto('/candidature');
  await expect(territory.getByText('La Mission a saisi et déposé ce dossier à partir de votre envoi.')).toBeVisible();
  await inspectPage(territory);
  await territory.getByRole('button', { name: 'Ouvrir le dossier' }).click();
  await territory.waitForURL(`/candidature/${dossierId}`);
  await expect(territory.getByText('Ce dossier a été saisi par la Mission')).toBeVisible();
  await territory.goto(`/candidature/${dossierId}/depot`);
  await expect(territory.getByText(/Reçu par courriel le/)).toBeVisible();
  await expect(territory.getByText(/Déposé avec l’aide de la Mission/)).toBeVisible();
  await expect(territory.getByText('Le silence de l’administration ne vaut jamais acceptation', { exact: false })).toBeVisible();
  await expect(territory.getByText('01 99 00 00 00')).toBeVisible();
  await inspectPage(territory);
  await territory.goto(`/candidature/${dossierId}/confirmation`);
  await inspectPage(territory);
  await territory.getByRole('button', { name: 'Confirmer ce dossier' }).click();
  await expect(territory.getByText('Ce dossier est confirmé')).toBeVisible();

  const [paper] = await sql('SELECT code FROM issued_documents WHERE dossier_id = $1 AND kind = $2', [dossierId, 'receipt']);
  await territory.goto(`/verifier/${paper?.code}`);
  await expect(territory.getByText('Pays reçu par courriel')).toBeVisible();
  await expect(territory.getByText(contact)).toHaveCount(1); // in the header, for the person signed in; nowhere else
  await inspectPage(territory);
  await territory.context().close();
  await page.goto(entry);
  await expect(page.getByText('Confirmé par le territoire')).toBeVisible();
});

test('an address with a broken percent sign names nothing', async ({ request }) => {
  for (const path of ['/api/fichiers/%ff', '/api/documents/%E0%A4%A', '/verifier/%ff']) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});
