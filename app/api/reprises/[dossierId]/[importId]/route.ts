import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { choiceFields, readChoices } from '#lib/domain/import/choices.ts';
import { pieceQuestions } from '#lib/domain/import/pieces.ts';
import { readFields } from '#lib/exchange/bounded-body.ts';
import { keepChoices, takeAnswers } from '#lib/operations/import-taking.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { documentImport } from '#lib/queries/import.ts';

/** All the texts of a document, several times over: each may come back corrected, in letters written with three signs. */
const MAX_BYTES = 8_000_000;

/** Takes the chosen answers into the dossier, or keeps the choices for later; what is to be seen to first is on the page again. */
export async function POST(request: Request, { params }: RouteContext<'/api/reprises/[dossierId]/[importId]'>): Promise<Response> {
  const reception = receive();
  const { dossierId, importId } = await params;
  const hub = `/candidature/${encodeURIComponent(dossierId)}`;
  const page = `${hub}/importer/${encodeURIComponent(importId)}`;
  const actor = await currentActor();
  if (!actor || !isSameOrigin(request.headers)) return goTo(actor ? page : `/connexion?suite=${encodeURIComponent(page)}`);
  const own = await ownDossier(actor, dossierId, reception);
  const read = own && (await documentImport(dossierId, importId));
  if (!own || !read) return goTo(own ? `${hub}/importer?fait=deja` : '/candidature');
  const fields = await readFields(request, MAX_BYTES);
  if (!fields) return goTo(`${page}?refus=invalid`);

  const { definition } = own.call;
  const filePlaces = pieceQuestions(definition).map(({ place }) => place);
  const posted = {
    choices: readChoices(read.reading, filePlaces, (name) => fields.get(name)),
    versions: Object.fromEntries(definition.sections.map(({ code }) => [code, Number(fields.get(choiceFields.version(code)))])),
  };
  if (fields.get('acte') === 'garder') {
    const kept = await keepChoices(actor, dossierId, importId, posted, reception);
    return goTo(kept.ok ? `${hub}/importer?fait=garde` : `${page}?refus=${kept.refusal}`);
  }
  const result = await takeAnswers(actor, dossierId, importId, posted, reception);
  if (result.ok) return goTo(`${hub}?fait=reprise`);
  if (result.refusal === 'notFound') return goTo(`${hub}/importer?fait=deja`);
  const pages = 'pages' in result && result.pages ? `&pages=${result.pages.join(',')}` : '';
  return goTo(`${page}?refus=${result.refusal}${pages}`);
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
