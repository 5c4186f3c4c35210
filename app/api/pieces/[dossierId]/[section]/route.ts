import { NOT_SAVED, nextPage, TO_CORRECT } from '#app/candidature/[dossierId]/[section]/pages.ts';
import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { notTheWriter } from '#lib/auth/writer.ts';
import { sectionOf } from '#lib/domain/call.ts';
import { answerProblems, formContext, readSection } from '#lib/domain/form.ts';
import { saveSection } from '#lib/operations/dossier.ts';
import { attachFile, receiveSectionForm, receiveShortTexts } from '#lib/operations/file.ts';
import { receive } from '#lib/operations/reception.ts';

export const maxDuration = 300;

/**
 * Receives a page of the form that holds a file: the texts are saved, then the file is stored. The browser is always
 * sent back to a page, with what happened in its address.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/pieces/[dossierId]/[section]'>): Promise<Response> {
  const reception = receive();
  const { dossierId, section: code } = await params;
  const page = `/candidature/${encodeURIComponent(dossierId)}/${encodeURIComponent(code)}`;
  if (!isSameOrigin(request.headers)) return goTo('/candidature');
  const actor = await currentActor();
  if (!actor) {
    const kept = await receiveShortTexts(code, request);
    return goTo('/connexion', { suite: address(page, { ...kept, envoi: NOT_SAVED.session }) });
  }

  const received = await receiveSectionForm(actor, dossierId, code, request, reception);
  if (!received.ok) return goTo(received.refusal === 'notFound' ? '/candidature' : page);
  const { texts, pdf, refusal, place, definition, among, discard } = received.value;
  try {
    const section = sectionOf(definition, code);
    const context = formContext(definition, {});
    const posted = section ? readSection(section, (name) => texts.get(name) ?? null, context) : {};
    const ofThePage = Object.fromEntries([...texts].filter(([name]) => name in posted));
    if (notTheWriter(actor, texts.get('auteur'))) return goTo(page, { ...ofThePage, envoi: NOT_SAVED.person });
    const saved = await saveSection(actor, dossierId, code, posted, Number(texts.get('version')), reception);
    const kept = saved.ok ? {} : ofThePage;
    if (refusal) return goTo(page, { ...kept, envoi: refusal });
    if (pdf) {
      const attached = await attachFile(actor, dossierId, place, pdf, reception, posted);
      return goTo(page, { ...kept, ...(attached.ok && { envoi: 'recu' }) });
    }
    if (!saved.ok) return goTo(page, kept);
    const toCorrect = section && Object.keys(answerProblems(section, posted, context)).length > 0;
    return toCorrect ? goTo(page, { envoi: TO_CORRECT }) : goTo(nextPage(definition, dossierId, code, among));
  } finally {
    await discard();
  }
}

function goTo(path: string, query: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { location: address(path, query) } });
}

/** Spaces and stars as percents: what an address to come back to may be made of. */
function address(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString().replaceAll('+', '%20').replaceAll('*', '%2A');
  return search ? `${path}?${search}` : path;
}
