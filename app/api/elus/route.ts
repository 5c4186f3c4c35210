import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { loadRegister } from '#lib/operations/elected-register.ts';

export const maxDuration = 300;

/** Loads a file of the Répertoire national des élus; the browser is sent back to the page, which says what happened. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !isSameOrigin(request.headers)) return goTo('/connexion?suite=/administration/elus');
  const result = await loadRegister(actor, request);
  return goTo(`/administration/elus?${new URLSearchParams(result.ok ? { fait: 'charge' } : { refus: result.refusal })}`);
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
