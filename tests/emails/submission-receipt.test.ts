import { expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { submissionReceiptMail } from '../../lib/emails/submission-receipt.ts';
import { hostile, hostileInHtml, receipt } from './samples.ts';

it('says who, what, when to the second, the fingerprint, and until when the dossier may change', () => {
  const { subject, text } = submissionReceiptMail(receipt);
  expect(subject).toBe('[TANI-2020-0042] Votre dossier de candidature est déposé');
  expect(text.replaceAll('\u00a0', ' ')).toBe(`Bonjour,

Le dossier de candidature de « Collectivité de Corse » à l’appel « TANI, promotion 2 » est déposé.

- Numéro : TANI-2020-0042
- Version : 1
- Reçu le 4 octobre 2019 à 23 h 58 min 12 s (heure de Paris)
- Empreinte SHA-256 du dossier : ${'ab'.repeat(32)}

Vous pouvez le modifier et le déposer à nouveau jusqu’au vendredi 4 octobre 2019 à 23 h 59 inclus, heure de Paris : la dernière version déposée compte.

L’accusé de réception en PDF, scellé, est dans votre espace.

Cet accusé de réception n’est pas une décision. Le silence de l’administration ne vaut jamais acceptation : seule une décision écrite désigne les lauréats.

Si aucune décision écrite ne vous était notifiée le 5 décembre 2019 au plus tard, votre candidature serait réputée rejetée ce jour-là, sous réserve que le dossier soit complet : deux mois après la date jusqu’à laquelle il peut être modifié. Une décision écrite prise ensuite remplacerait ce rejet.

Voici comment la décision pourra être contestée ; si elle est écrite, elle le rappellera. Pour un rejet né du silence, le délai court du 5 décembre 2019.

${tani2020.remedies.join('\n\n')}

- Service chargé du dossier : Mission Société Numérique
- Adresse électronique : societe.numerique@finances.gouv.fr
- Téléphone : L’appel publié n’en donne pas : demandez-le par courriel.

Voir mon dossier déposé :
https://tani.example/candidature/1?a=1&b=2

Mission Société Numérique
`);
});

it('says which version a new one replaces, and nothing of the kind for the first', () => {
  expect(submissionReceiptMail({ ...receipt, version: 3 }).text).toContain('- Version\u00a0: 3 (elle remplace la version 2)\n');
  expect(submissionReceiptMail(receipt).text).not.toContain('elle remplace');
});

it('shows the name of the structure as text', () => {
  const { html, text } = submissionReceiptMail({ ...receipt, organisationName: hostile });
  expect(html).toContain(`«\u00a0${hostileInHtml}\u00a0»`);
  expect(html).not.toContain('<script');
  expect(text).toContain(`«\u00a0${hostile}\u00a0»`);
});
