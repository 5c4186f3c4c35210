import { addressOf, type KeptTexts } from '#app/candidature/[dossierId]/[section]/kept-texts.ts';
import { type NotAttached, nextPage, TO_CORRECT } from '#app/candidature/[dossierId]/[section]/pages.ts';
import { depositorField } from '#components/dossier/depositor-field.ts';
import { currentActor } from '#lib/auth/actor.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import { notTheWriter } from '#lib/auth/writer.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { sectionOf } from '#lib/domain/call.ts';
import { answerProblems, formContext, readSection } from '#lib/domain/form.ts';
import type { Refusal } from '#lib/domain/refusals.ts';
import { seenFileField } from '#lib/domain/upload.ts';
import { nameAccount } from '#lib/operations/account.ts';
import { saveSection } from '#lib/operations/dossier.ts';
import { attachFile, receiveSectionForm, receiveShortTexts } from '#lib/operations/file.ts';
import { receive } from '#lib/operations/reception.ts';

export const maxDuration = 300;

/** Refusals after which nothing of the form is taken, and what the page then says. */
const wholly: Partial<Record<Refusal, NotAttached>> = {
  conflict: 'page-changee',
  invalid: 'a-raccourcir',
  documentReplaced: 'autre-document',
};

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
  if (!actor) return goTo('/connexion', { suite: addressOf(page, said('session-finie'), await receiveShortTexts(code, request)) });

  const received = await receiveSectionForm(actor, dossierId, code, request, reception);
  if (!received.ok) return goTo(received.refusal === 'notFound' ? '/candidature' : page);
  const { texts, pdf, refusal, place, definition, among, discard } = received.value;
  try {
    const section = sectionOf(definition, code);
    const context = formContext(definition, {});
    const posted = section ? readSection(section, (name) => texts.get(name) ?? null, context) : {};
    const base = Number(texts.get('version'));
    const kept: KeptTexts = { values: Object.fromEntries([...texts].filter(([name]) => name in posted)), base };
    const goBack = (why: Record<string, string>) => goTo(addressOf(page, why, kept));
    if (notTheWriter(actor, texts.get('auteur'))) return goBack(said('autre-personne'));

    const saved = await saveSection(actor, dossierId, code, posted, base, reception);
    const why = saved.ok ? undefined : wholly[saved.refusal];
    if (why) return goBack(said(why));
    const back = saved.ok ? goTo.bind(null, page) : goBack;
    if (refusal) return back({ envoi: refusal });
    if (pdf) {
      const who = await named(actor, texts.get(depositorField));
      const attached = await attachFile(who, dossierId, place, pdf, reception, { answers: posted, seen: texts.get(seenFileField) });
      if (attached.ok) return goTo(page, { envoi: 'recu' });
      const whyNot = wholly[attached.refusal];
      return back(whyNot ? said(whyNot) : attached.refusal === 'nameMissing' ? { envoi: 'nom' } : {});
    }
    if (!saved.ok) return goBack({});
    const toCorrect = section && Object.keys(answerProblems(section, posted, context)).length > 0;
    return toCorrect ? goTo(page, { envoi: TO_CORRECT }) : goTo(nextPage(definition, dossierId, code, among));
  } finally {
    await discard();
  }
}

const said = (why: NotAttached) => ({ envoi: why });

/** A letter that follows makes a receipt, which says who deposited: a new account gives its name on that form. */
async function named(actor: Actor, typed: string | undefined): Promise<Actor> {
  if (actor.name.trim() || typed === undefined) return actor;
  const result = await nameAccount(actor, typed);
  return result.ok ? result.value : actor;
}

function goTo(path: string, query: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { location: addressOf(path, query) } });
}
