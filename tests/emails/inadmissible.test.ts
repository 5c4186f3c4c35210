import { expect, it } from 'vitest';
import { inadmissibleMail } from '../../lib/emails/inadmissible.ts';
import { hostile, hostileInHtml, inadmissible } from './samples.ts';

it('says the reason, the remedies, who decided and whom to ask', () => {
  const { subject, text } = inadmissibleMail(inadmissible);
  expect(subject).toBe('[TANI-2020-0042] Votre dossier n’est pas recevable');
  expect(text).toBe(`Bonjour,

Le dossier de « Collectivité de Corse » à l’appel « TANI, promotion 2 » a été examiné. Il n’est pas recevable, pour la raison suivante :

La lettre de soutien d’un élu manque.

Voies et délais de recours :

- Recours gracieux dans les deux mois.
- Recours contentieux dans le même délai.

Pour toute question : mission@tani.example.

Voir mon dossier :
https://tani.example/candidature/1

Camille Exemple, présidence du comité
Mission Société Numérique
`);
});

it('shows the reason and the name as text', () => {
  const { html } = inadmissibleMail({ ...inadmissible, reason: `${hostile}\nFin.`, organisationName: hostile });
  expect(html).toContain(`>${hostileInHtml}<br>Fin.</p>`);
  expect(html.split(hostileInHtml)).toHaveLength(3);
  expect(html).not.toContain('<script');
});
