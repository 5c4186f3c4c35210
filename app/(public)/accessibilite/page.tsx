import type { Metadata } from 'next';
import { PageTitle } from '#components/ui/page-title.tsx';
import { currentCall } from '#lib/queries/call.ts';

export const metadata: Metadata = { title: 'Accessibilité' };

export default async function AccessibilityPage() {
  const email = (await currentCall())?.definition.contact.email ?? 'societe.numerique@finances.gouv.fr';
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Déclaration d’accessibilité">
        <p>
          Ce service s’engage à être accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration
          couvre le site et les documents PDF qu’il produit.
        </p>
      </PageTitle>
      <h2 className="fr-h4">État de conformité</h2>
      <p>
        Ce service est <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2)&nbsp;: aucun
        audit par une personne extérieure n’a encore eu lieu. Tant qu’il n’a pas été fait, nous n’affirmons rien de plus.
      </p>
      <h2 className="fr-h4">Ce que nous vérifions nous-mêmes</h2>
      <ul>
        <li>Chaque page est contrôlée automatiquement avant chaque mise en ligne, dans ses différents états.</li>
        <li>La candidature se fait au clavier seul, sans JavaScript, sur un écran de 320 pixels de large et avec un zoom de 200 %.</li>
        <li>Les documents PDF sont balisés&nbsp;: titres, listes, langue et textes de remplacement.</li>
      </ul>
      <h2 className="fr-h4">Contenus qui peuvent poser difficulté</h2>
      <p>
        Les lettres de soutien sont des documents déposés par les candidats, souvent numérisés&nbsp;: leurs pages sont affichées comme des
        images. Sur demande, la Mission en fournit la transcription.
      </p>
      <h2 className="fr-h4">Signaler une difficulté</h2>
      <p>
        Si une page ou un document vous résiste, écrivez à <a href={`mailto:${email}`}>{email}</a>&nbsp;: nous vous donnerons l’information
        ou ferons la démarche avec vous. Si la réponse ne vous convient pas, vous pouvez saisir le Défenseur des droits, par son{' '}
        <a href="https://formulaire.defenseurdesdroits.fr/">formulaire en ligne</a>, par téléphone au 09 69 39 00 00, ou par courrier
        gratuit, sans affranchir&nbsp;: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
      </p>
    </div>
  );
}
