import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FileComparison } from '#components/charter/file-comparison.tsx';
import { SealFacts } from '#components/charter/seal-facts.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { frenchDay, frenchInstant, frenchInstantToTheSecond } from '#lib/domain/dates.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';
import { publicPaper } from '#lib/queries/verification.ts';

export const metadata: Metadata = { title: 'Vérifier un document' };

export default async function VerifiedDocumentPage({ params }: PageProps<'/verifier/[code]'>) {
  const { code } = await params;
  const typed = decodeURIComponent(code);
  const paper = await publicPaper(typed);
  if (!paper) redirect(`/verifier?${new URLSearchParams({ code: typed })}`); // says so, with the code at hand to correct
  return (
    <div className="max-w-[48rem]">
      <PageTitle title={paper.title} back={{ href: '/verifier', label: 'Vérifier un autre document' }}>
        <p>Code {paper.code}.</p>
      </PageTitle>
      {paper.fictitious && (
        <Alert severity="warning">
          <p>Document d’essai&nbsp;: l’appel est fictif, ce document n’a aucune valeur.</p>
        </Alert>
      )}
      {paper.replaced && (
        <Alert severity="info" title="Remplacé par une version plus récente">
          <p>Une version plus récente de ce dossier a été déposée depuis&nbsp;: c’est elle qui compte. Ce document reste authentique.</p>
        </Alert>
      )}
      {paper.deposit && (
        <section aria-labelledby="depot" className="mb-8">
          <h2 className="fr-h4" id="depot">
            Ce que prouve ce document
          </h2>
          <dl className="m-0 p-0">
            <Fact term="Appel">{withFrenchSpaces(paper.deposit.callTitle)}</Fact>
            <Fact term="Dossier">
              {paper.deposit.number}, version {paper.deposit.version}
            </Fact>
            <Fact term="Structure">{paper.deposit.organisationName}</Fact>
            <Fact term="Reçu">le {frenchInstantToTheSecond(paper.deposit.receivedAt)}</Fact>
          </dl>
          <p className="fr-hint-text">
            Ni le contenu du dossier ni les personnes qui l’ont déposé ne sont montrés ici. Un accusé de réception n’est pas une décision.
          </p>
        </section>
      )}
      {paper.letter && (
        <section aria-labelledby="lettre" className="mb-8">
          <h2 className="fr-h4" id="lettre">
            Ce que prouve ce document
          </h2>
          <dl className="m-0 p-0">
            <Fact term="Appel">{withFrenchSpaces(paper.letter.callTitle)}</Fact>
            <Fact term="Structure soutenue">{paper.letter.organisationName}</Fact>
            <Fact term="Confirmée le">{frenchInstantToTheSecond(paper.letter.confirmedAt)}</Fact>
          </dl>
          <p className="fr-hint-text">
            Ni le texte de la lettre ni l’adresse de la personne qui l’a confirmée ne sont montrés ici. Une lettre de soutien n’est pas une
            décision.
          </p>
        </section>
      )}
      {paper.charter && (
        <section aria-labelledby="signature" className="mb-8">
          <h2 className="fr-h4" id="signature">
            Ce que dit la charte
          </h2>
          <dl className="m-0 p-0">
            <Fact term="Territoire">
              {paper.charter.organisationName} ({paper.charter.territoryName})
            </Fact>
            <Fact term="Doivent signer">
              <ul>
                {paper.charter.signatories.map((signatory) => (
                  <li key={signatory.side}>
                    {signatory.name}, {signatory.title} (pour {signatory.side === 'state' ? 'l’État' : 'le territoire'})
                  </li>
                ))}
              </ul>
            </Fact>
            <Fact term="Fait">
              à {paper.charter.place}, le {frenchDay(new Date(`${paper.charter.signedOn}T12:00:00Z`))}
            </Fact>
            <Fact term="Dispositifs choisis">
              <ul>
                {paper.charter.measures.map((measure) => (
                  <li key={measure}>{measure}</li>
                ))}
              </ul>
            </Fact>
            <Fact term="Texte">{paper.charter.origin}</Fact>
          </dl>
          <p className="fr-hint-text">
            Le cachet du service garantit le texte de la charte. Il ne dit pas que les personnes nommées ont apposé leur signature.
          </p>
        </section>
      )}
      {!paper.ready || !paper.sha256 ? (
        <Alert severity="info" title="En préparation">
          <p>Ce document est en cours de composition. Revenez dans quelques instants.</p>
        </Alert>
      ) : (
        <>
          <section aria-labelledby="sceau" className="mb-8">
            <h2 className="fr-h4" id="sceau">
              Sceau et empreinte
            </h2>
            {paper.readyAt && <p>Scellé le {frenchInstant(paper.readyAt)}.</p>}
            <SealFacts seal={paper.seal} />
            <p className="m-0">Empreinte SHA-256 du fichier&nbsp;:</p>
            <p>
              <code className="break-all" data-testid="empreinte">
                {paper.sha256}
              </code>
            </p>
          </section>
          <FileComparison sha256={paper.sha256} />
        </>
      )}
      <p className="mt-8">
        <Link href="/verifier">Vérifier un autre document</Link>
      </p>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="mb-2 border-b border-(--border-default-grey) pb-2 sm:grid sm:grid-cols-[12rem_1fr]">
      <dt className="font-bold">{term}</dt>
      <dd className="m-0 p-0">{children}</dd>
    </div>
  );
}
