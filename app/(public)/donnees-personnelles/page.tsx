import type { Metadata } from 'next';
import { PageTitle } from '#components/ui/page-title.tsx';
import { lowerFirst } from '#lib/domain/text.ts';
import { currentCall } from '#lib/queries/call.ts';

export const metadata: Metadata = { title: 'Données personnelles' };

export default async function PersonalDataPage() {
  const call = await currentCall();
  const email = call?.definition.contact.email;
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Données personnelles et cookies" />
      <h2 className="fr-h4">Pourquoi nous en avons besoin</h2>
      <p>
        Instruire les candidatures, notifier les décisions, établir les chartes et animer le réseau des territoires. C’est une mission
        d’intérêt public (article 6, 1, e du règlement général sur la protection des données).
      </p>
      <h2 className="fr-h4">Lesquelles, et qui les voit</h2>
      <ul>
        <li>L’adresse de courriel des personnes qui se connectent&nbsp;: elles-mêmes, leurs collègues du dossier et la Mission.</li>
        <li>
          Le prénom et le nom de la personne qui dépose un dossier, écrits sur l’accusé de réception&nbsp;: le territoire et la Mission.
        </li>
        <li>Le nom, la fonction et les coordonnées du référent et de l’élu qui soutient le dossier&nbsp;: le territoire et la Mission.</li>
        <li>Le journal des actes (qui a fait quoi, quand)&nbsp;: les administrateurs du service.</li>
      </ul>
      <h2 className="fr-h4">Combien de temps</h2>
      <ul>
        {(call?.definition.retention ?? []).map(({ what, rule }) => (
          <li key={what}>
            {what}&nbsp;: {lowerFirst(rule)}
          </li>
        ))}
      </ul>
      <h2 className="fr-h4">Vos droits</h2>
      <p>
        Vous pouvez demander à consulter, corriger ou effacer les données qui vous concernent{' '}
        {email && (
          <>
            en écrivant à <a href={`mailto:${email}`}>{email}</a>
          </>
        )}
        , et saisir la CNIL si la réponse ne vous convient pas.
      </p>
      <h2 className="fr-h4">Cookies</h2>
      <p>Ceux que le service dépose sont strictement nécessaires. Il n’y a ni mesure d’audience, ni publicité.</p>
      <ul>
        <li>
          Un cookie vous garde connecté pendant douze heures&nbsp;; deux autres protègent la connexion jusqu’à la fermeture du navigateur.
        </li>
        <li>
          Un cookie retient pendant un an que vous vous êtes déjà connecté ici&nbsp;: personne d’autre ne peut alors épuiser les codes que
          vous demandez.
        </li>
        <li>Un cookie garde pendant dix minutes, chez l’élu qui confirme une lettre, le lien avec le code qu’il attend.</li>
        <li>Un cookie retient vos paramètres d’affichage, si vous les changez.</li>
      </ul>
      <p>
        Quand vous écrivez dans un dossier, votre navigateur garde votre texte jusqu’à ce que le service l’ait enregistré. La déconnexion
        l’efface.
      </p>
    </div>
  );
}
