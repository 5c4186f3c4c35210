import type { Metadata } from 'next';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { promotion1 } from '#lib/calls/tani-2020/promotion-1.ts';
import { publicLaureates } from '#lib/queries/laureates.ts';

export const metadata: Metadata = { title: 'Les territoires' };

export default async function TerritoriesPage() {
  const laureates = await publicLaureates();
  const titles = [...new Set(laureates.map((laureate) => laureate.callTitle))];
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Les Territoires d’Actions pour un Numérique Inclusif" />
      {titles.map((title) => (
        <section key={title} aria-label={title} className="mb-8">
          <h2 className="fr-h4">{title}</h2>
          <ul>
            {laureates
              .filter((laureate) => laureate.callTitle === title)
              .map(({ organisationName, territoryName, charterCode }) => (
                <li key={organisationName}>
                  {organisationName} ({territoryName})
                  {charterCode && (
                    <>
                      {' '}
                      – <Link href={`/verifier/${charterCode}`}>charte émise</Link>
                    </>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="promotion-1">
        <h2 className="fr-h4" id="promotion-1">
          Promotion 1 (2019)
        </h2>
        <ul>
          {promotion1.territories.map(({ name, level, signed }) => (
            <li key={name}>
              {name} ({level})
              {signed && `\u00a0: charte signée ${signed.place ? `à ${signed.place}, ` : ''}${signed.day ? 'le ' : ''}${signed.label}`}
            </li>
          ))}
        </ul>
        <p className="fr-hint-text">
          Source&nbsp;: {promotion1.source} Les dates de signature viennent de la presse de l’époque&nbsp;; les autres ne sont pas connues.
        </p>
      </section>
    </div>
  );
}
