import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { TextField } from '#components/form/text-field.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { frenchDay, frenchInstant } from '#lib/domain/dates.ts';
import { registerLabels, registerLimits } from '#lib/domain/elected-register.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { fileSize, plural } from '#lib/domain/text.ts';
import { administersEverything } from '#lib/queries/administration.ts';
import { loadedRegisters } from '#lib/queries/elected-register.ts';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Répertoire national des élus' };

const doneSentences = { charge: 'Le fichier est chargé.', retire: 'Le fichier est retiré.' };

export default async function RegisterPage({ searchParams }: PageProps<'/administration/elus'>) {
  const actor = await signedInActor('/administration/elus');
  if (!administersEverything(actor)) notFound();
  const { fait, refus } = await searchParams;
  const registers = await loadedRegisters(actor);
  const done = knownWord(doneSentences, fait);
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Répertoire national des élus" back={{ href: '/administration', label: 'Administration' }}>
        <p>
          Il aide à vérifier qui signe une lettre de soutien. Un nom qui n’y figure pas est signalé «&nbsp;à vérifier&nbsp;»&nbsp;: jamais
          il n’empêche un dossier d’avancer.
        </p>
      </PageTitle>
      {done && <Alert severity="success" role="status" title={done} />}
      {isRefusal(refus) && <Alert severity="error" role="alert" title={refusalSentence(refus)} />}
      <section aria-labelledby="charges" className="mb-10">
        <h2 className="fr-h4" id="charges">
          Fichiers chargés
        </h2>
        {registers.length === 0 && <p>Aucun fichier n’est chargé.</p>}
        <ul className="fr-raw-list">
          {registers.map(({ code, label, fileName, publishedOn, rows, loadedAt }) => (
            <li
              key={code}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-(--border-default-grey) py-3"
            >
              <div className="min-w-0">
                <p className="m-0 font-bold">{label}</p>
                <p className="fr-text--sm m-0 break-words">
                  {plural(rows, 'élu', 'élus')}, publié le {frenchDay(publishedOn)}. Fichier {fileName}, chargé le {frenchInstant(loadedAt)}
                  .
                </p>
              </div>
              <form action={actions.remove.bind(null, code)}>
                <SubmitButton small secondary>
                  Retirer<span className="fr-sr-only"> le fichier {label}</span>
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="charger">
        <h2 className="fr-h4" id="charger">
          Charger un fichier
        </h2>
        <p>
          Prenez le fichier CSV publié sur data.gouv.fr, tel quel. Il remplace en entier celui de la même sorte. Comptez une minute pour les
          plus grands.
        </p>
        <form action="/api/elus" method="post" encType="multipart/form-data">
          <div className="fr-select-group">
            <label className="fr-label" htmlFor="champ-repertoire">
              Mandats de ce fichier
            </label>
            <select className="fr-select mt-2 max-w-[24rem]" id="champ-repertoire" name="repertoire" defaultValue="maires">
              {Object.entries(registerLabels).map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <TextField name="date" label="Date de publication" hint="Par exemple 25/10/2026." className="max-w-[16rem]" autoComplete="off" />
          <div className="fr-upload-group mt-6">
            <label className="fr-label" htmlFor="champ-fichier">
              Fichier CSV
            </label>
            <p className="fr-hint-text m-0" id="champ-fichier-aide">
              {fileSize(registerLimits.bytes)} au plus.
            </p>
            <input
              className="fr-upload mt-2"
              type="file"
              accept=".csv,text/csv"
              id="champ-fichier"
              name="fichier"
              aria-describedby="champ-fichier-aide"
            />
          </div>
          <button type="submit" className="fr-btn mt-6">
            Charger le fichier
          </button>
        </form>
      </section>
    </div>
  );
}
