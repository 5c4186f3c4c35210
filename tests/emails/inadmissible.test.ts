import { expect, it } from 'vitest';
import { inadmissibleMail } from '../../lib/emails/inadmissible.ts';
import { hostile, hostileInHtml, inadmissible } from './samples.ts';

it('says the reason, the remedies, who decided and whom to ask', () => {
  const { subject, text } = inadmissibleMail(inadmissible);
  expect(subject).toBe('[TANI-2020-0042] Votre dossier n’est pas recevable');
  expect(text).toBe(`Bonjour,

Le dossier de «\u00a0Collectivité de Corse\u00a0» à l’appel «\u00a0TANI, promotion 2\u00a0» a été examiné. Il n’est pas recevable, pour la raison suivante\u00a0:

La lettre de soutien d’un élu manque.

Voies et délais de recours\u00a0:

- Recours gracieux dans les deux mois.
- Recours contentieux dans le même délai.

Pour toute question\u00a0: mission@tani.example.

Voir mon dossier\u00a0:
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
