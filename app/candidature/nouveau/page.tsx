import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { StructureSearch } from '#components/dossier/structure-search.tsx';
import { RequiredFields } from '#components/form/field-parts.tsx';
import { fieldValues, fieldViews } from '#components/form/field-view.ts';
import { placeField } from '#components/form/place-field.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { type CallDefinition, identityQuestions, identitySection, organisationKindOf, type Section, sectionOf } from '#lib/domain/call.ts';
import { frenchClosing, frenchDay } from '#lib/domain/dates.ts';
import { closingThere, placeOfCode } from '#lib/domain/local-time.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { prefilledAnswers, type RegistryExtract } from '#lib/domain/registry/structure.ts';
import { callByCode, databaseNow } from '#lib/queries/call.ts';
import { registryExtract, searchRegistry } from '#lib/queries/registry.ts';
import { hasLostSession, LostSession, publicFields } from '../lost-session.tsx';
import { startDossier } from './actions.ts';

export const metadata: Metadata = { title: 'Commencer un dossier' };

export default async function NewDossierPage({ searchParams }: PageProps<'/candidature/nouveau'>) {
  // Who is asking, and where they are: searching, or filling in.
  const query = await searchParams;
  const given = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const [code, nature, typed, chosen] = [given('appel'), given('nature'), given('q').trim(), given('registre')];
  const asked = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const page = `/candidature/nouveau?${new URLSearchParams(asked)}`;
  if (await hasLostSession()) {
    return <LostSession action={startDossier.bind(null, code, chosen || null)} page={page} fields={await publicFields(identitySection)} />;
  }
  const actor = await signedInActor(page);
  const call = await callByCode(code);
  const section = call && sectionOf(call.definition, identitySection);
  if (!call || !section) notFound();
  const now = await databaseNow();
  const phase = phaseAt(call, now);
  const extract = chosen ? await registryExtract(chosen) : null;
  const filling = extract !== null || given('saisie') === 'libre';
  const place = placeOfCode(extract?.departments[0]?.code ?? '');
  // The kind of structure comes from the self-test, which knows it already.
  const kept = { appel: code, ...(nature && { nature }) };

  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Commencer un dossier" back={{ href: '/candidature', label: 'Ma candidature' }}>
        <p>
          {call.definition.shortTitle}&nbsp;: dépôt {extract ? closingThere(call.closesAt, place) : frenchClosing(call.closesAt)}.
          {filling && ' Vous pourrez revenir sur ces informations.'}
        </p>
        {phase === 'deposit' && !filling && (
          <p>
            Vous hésitez&nbsp;? <Link href={`/appel/${code}/test`}>Vérifiez d’abord que l’appel vous concerne</Link>.
          </p>
        )}
        {phase === 'deposit' && filling && <RequiredFields />}
      </PageTitle>
      {phase !== 'deposit' ? (
        <Alert severity="info">
          <p>
            {refusalSentence(phase === 'beforeOpening' ? 'notOpenYet' : 'depositClosed', {
              opensAt: call.opensAt,
              closesAt: call.closesAt,
              now,
            })}
          </p>
        </Alert>
      ) : filling ? (
        <>
          <Origin extract={extract} searchAgain={`/candidature/nouveau?${new URLSearchParams(kept)}` as Route} />
          <SimpleForm
            fields={[...fieldViews(call.definition, null, section, {}), ...(place ? [] : [placeField('Mon territoire est outre-mer')])]}
            values={startingValues(call.definition, section, extract, nature)}
            action={startDossier.bind(null, code, extract?.key ?? null)}
            carried={{ auteur: actor.userId }}
            page={page}
            submitLabel="Créer le dossier"
          />
        </>
      ) : (
        <>
          {chosen && <Alert severity="info" title="Cette structure n’est pas dans le registre. Cherchez-la de nouveau." />}
          <StructureSearch
            kept={kept}
            typed={typed}
            nothingTyped={query.q !== undefined && typed === ''}
            answer={typed ? await searchRegistry(typed) : null}
          />
        </>
      )}
    </div>
  );
}

function startingValues(
  definition: CallDefinition,
  section: Section,
  extract: RegistryExtract | null,
  nature: string,
): Record<string, string> {
  const known: Record<string, string> = organisationKindOf(definition, nature) ? { [identityQuestions.organisationKind]: nature } : {};
  if (!extract) return known;
  const proposed = prefilledAnswers(definition, extract);
  return fieldValues(section, { ...proposed, ...(!proposed[identityQuestions.organisationKind] && known) });
}

/** Where what is already in the form comes from, and the way back to the search. */
function Origin({ extract, searchAgain }: { extract: RegistryExtract | null; searchAgain: Route }) {
  if (!extract) {
    return (
      <p>
        <Link href={searchAgain}>Chercher ma structure dans le registre</Link>, pour ne pas tout écrire.
      </p>
    );
  }
  return (
    <Alert severity="info" title="Vérifiez ces informations, et corrigez-les si besoin">
      <p>
        Elles viennent du registre public du {frenchDay(new Date(extract.source.date))}.
        {!extract.siren && ' Il ne donne pas le numéro de cette structure\u00a0: indiquez-le.'}{' '}
        <Link href={searchAgain}>Choisir une autre structure</Link>
      </p>
    </Alert>
  );
}
