import { expect, it } from 'vitest';
import { charterReadyMail } from '../../lib/emails/charter-ready.ts';
import { charter, hostile, hostileInHtml } from './samples.ts';

it('says where the charter is, and how anybody verifies it', () => {
  const { subject, text } = charterReadyMail(charter);
  expect(subject).toBe('[TANI-2020-0042] Votre charte est disponible');
  expect(text).toBe(`Bonjour,

La charte de «\u00a0Collectivité de Corse\u00a0» est émise. Vous pouvez la télécharger dans votre espace.

Toute personne peut en vérifier l’authenticité à cette adresse\u00a0: https://tani.example/verifier/K7QF-2M9X-4TWD

Télécharger la charte\u00a0:
https://tani.example/candidature/1/charte

Mission Société Numérique
`);
});

it('shows the name of the structure as text', () => {
  const { html } = charterReadyMail({ ...charter, organisationName: hostile });
  expect(html).toContain(`«\u00a0${hostileInHtml}\u00a0»`);
  expect(html).not.toContain('<script');
});
