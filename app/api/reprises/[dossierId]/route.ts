import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { importDocument } from '#lib/operations/import.ts';
import { receive } from '#lib/operations/reception.ts';

export const maxDuration = 300;

/** Receives a document written elsewhere and opens the page where its answers are chosen; the dossier does not change. */
export async function POST(request: Request, { params }: RouteContext<'/api/reprises/[dossierId]'>): Promise<Response> {
  const reception = receive();
  const { dossierId } = await params;
  const page = `/candidature/${encodeURIComponent(dossierId)}/importer`;
  const actor = await currentActor();
  if (!actor || !isSameOrigin(request.headers)) return goTo(actor ? page : `/connexion?suite=${encodeURIComponent(page)}`);
  const result = await importDocument(actor, dossierId, request, reception);
  if (!result.ok) return goTo(result.refusal === 'notFound' ? '/candidature' : `${page}?refus=${result.refusal}`);
  return goTo('importId' in result.value ? `${page}/${result.value.importId}` : `${page}?envoi=${result.value.documentRefusal}`);
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
