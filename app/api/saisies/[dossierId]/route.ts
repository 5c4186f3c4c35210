import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { attachOriginal, receiveOriginal } from '#lib/operations/assisted-original.ts';
import { receive } from '#lib/operations/reception.ts';

export const maxDuration = 300;

/** Receives the scan of a dossier received on paper or by mail. The browser is always sent back to the page of the entry. */
export async function POST(request: Request, { params }: RouteContext<'/api/saisies/[dossierId]'>): Promise<Response> {
  const reception = receive();
  const { dossierId } = await params;
  const page = `/administration/saisies/${encodeURIComponent(dossierId)}`;
  const actor = await currentActor();
  if (!actor || !isSameOrigin(request.headers)) return goTo(actor ? page : `/connexion?suite=${encodeURIComponent(page)}`);
  const received = await receiveOriginal(actor, dossierId, request, reception);
  if (!received.ok) return goTo(`${page}?refus=${received.refusal}`);
  const { pdf, refusal, discard } = received.value;
  try {
    if (refusal || !pdf) return goTo(refusal ? `${page}?envoi=${refusal}` : page);
    const attached = await attachOriginal(actor, dossierId, pdf, reception);
    return goTo(`${page}?${attached.ok ? 'fait=original' : `refus=${attached.refusal}`}`);
  } finally {
    await discard();
  }
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
