import { describe, expect, test } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { composeReceipt } from '../../lib/documents/receipt.ts';
import { receiptMentions } from '../../lib/domain/receipt-mentions.ts';
import { pagesOf, textOf } from './pdf-text.ts';
import { firstReceiptPaper, receiptPaper, sha256 } from './samples.ts';

describe('the acknowledgement of receipt', () => {
  test('bears what article R112-11-1 of the CRPA asks for', async () => {
    const printed = await textOf((await composeReceipt(receiptPaper())).pdf);
    expect(printed).toContain('reçu le 4 octobre 2019 à 23 h 58 min 12 s (heure de Paris)');
    expect(printed).toContain('Service Mission Société Numérique');
    expect(printed).toContain('20 avenue de Ségur, 75007 Paris');
    expect(printed).toContain('societe.numerique@finances.gouv.fr');
    expect(printed).toContain('01 00 00 00 00');
    for (const remedy of tani2020.remedies) expect(printed).toContain(remedy);
    expect(printed).toContain('Le silence de l’administration ne vaut jamais acceptation');
    expect(printed).toContain('le 5 décembre 2019 au plus tard, votre candidature serait réputée rejetée');
    expect(printed).toContain('sous réserve que le dossier soit complet');
  });

  test('of a call that gives no telephone says where to ask for it, and invents none', async () => {
    const mentions = receiptMentions(tani2020, new Date('2019-10-04T21:58:12Z'), new Date(tani2020.calendar.closesAt));
    const printed = await textOf((await composeReceipt({ ...receiptPaper(), ...mentions })).pdf);
    expect(printed).toContain('Téléphone L’appel publié n’en donne pas : demandez-le par courriel.');
    expect(printed).not.toContain('01 00 00 00 00');
  });

  test('of a dossier the Mission entered says by which way it came, who entered it, when, and the reference of what was received', async () => {
    const assisted = {
      channel: 'par courriel',
      reference: 'Message du 4 octobre, n° 2019-118',
      enteredBy: 'Agathe Morel',
      depositedAt: '2019-10-07T08:30:00.000Z',
    };
    const printed = await textOf((await composeReceipt({ ...receiptPaper(), assisted })).pdf);
    expect(printed).toContain('a été reçu par courriel le 4 octobre 2019 à 23 h 58 min 12 s');
    expect(printed).toContain('saisi et déposé dans l’application avec l’aide de la Mission, le 7 octobre 2019 à 10 h 30 min 00 s');
    expect(printed).toContain('Référence de l’envoi : Message du 4 octobre, n° 2019-118.');
    expect(printed).toContain('Déposé par Agathe Morel, de la Mission, pour la structure');
    expect(printed).not.toContain('marie.exemple@example.corsica');
  });

  test('ordered with the first template is composed with it', async () => {
    const printed = await textOf((await composeReceipt(firstReceiptPaper())).pdf);
    expect(printed).toContain('reçu le 4 octobre 2019 à 23 h 58 min 12 s (heure de Paris)');
    expect(printed).toContain('20 avenue de Ségur, 75007 Paris');
    expect(printed).not.toContain('silence');
  });

  test('says which dossier, whose, and by whom it was submitted', async () => {
    const printed = await textOf((await composeReceipt(receiptPaper())).pdf);
    expect(printed).toContain('Dossier TANI-2020-0042, version 1');
    expect(printed).toContain('Structure Collectivité de Corse');
    expect(printed).toContain('SIREN 200 076 958');
    expect(printed).toContain('Déposé par Marie Exemple, marie.exemple@example.corsica');
    expect(printed).toContain('Clôture jusqu’au vendredi 4 octobre 2019 à 23 h 59 inclus, heure de Paris');
  });

  test('of an account without a name says its address alone', async () => {
    const paper = { ...receiptPaper(), submittedBy: { name: ' ', email: 'monique@example.corsica' } };
    expect(await textOf((await composeReceipt(paper)).pdf)).toContain('Déposé par monique@example.corsica');
  });

  test('lists the files with their fingerprints, on one line each', async () => {
    const printed = await textOf((await composeReceipt(receiptPaper())).pdf);
    expect(printed).toContain('Lettre de soutien du Président.pdf · 2 pages · 1,2 Mo');
    for (const text of ['letter', 'snapshot', 'definition']) expect(printed).toContain(sha256(text));
  });

  test('says which parts are missing, in words', async () => {
    const printed = await textOf((await composeReceipt(receiptPaper())).pdf);
    expect(printed).toContain('Lettre de soutien d’un élu : ✗ manquante');
    expect(printed).toContain('Lettre de motivation : ✓ présente');
  });

  test('says « avant la clôture » only of what was received before it', async () => {
    const paper = receiptPaper();
    expect(await textOf((await composeReceipt(paper)).pdf)).toContain(', avant la clôture de l’appel.');
    const authorised = await textOf((await composeReceipt({ ...paper, authorisation: 'Autorisation individuelle donnée hier.' })).pdf);
    expect(authorised).toContain('Autorisation individuelle donnée hier.');
    expect(authorised).not.toContain('avant la clôture');
    const late = await textOf((await composeReceipt({ ...paper, receivedAt: paper.closesAt })).pdf);
    expect(late).toContain('reçu le 5 octobre 2019 à 0 h 00 min 00 s');
    expect(late).not.toContain('avant la clôture');
  });

  test('of a dossier without file, category, step or remedy is still whole', async () => {
    const bare = { ...receiptPaper(), pieces: [], categoryLabel: null, nextSteps: [], remedies: [], parts: [] };
    const printed = await textOf((await composeReceipt(bare)).pdf);
    expect(printed).toContain('Catégorie Non choisie');
    expect(printed).toContain('Aucun fichier joint');
    expect(printed).not.toContain('Et maintenant');
    expect(printed).not.toContain('recours');
  });

  test('holds on two pages', async () => {
    expect(await pagesOf((await composeReceipt(receiptPaper())).pdf)).toHaveLength(2);
  });
});
