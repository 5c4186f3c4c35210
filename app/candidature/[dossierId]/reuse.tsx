import { ReusedPages, ReuseOffer } from '#components/dossier/reuse-offer.tsx';
import { obstacle } from '#lib/domain/acts.ts';
import { isEmptyDraft, reusableAnswers } from '#lib/domain/reuse.ts';
import type { OwnDossier } from '#lib/queries/dossier.ts';
import { pastDossier, reusedPages } from '#lib/queries/reuse.ts';
import { reuse } from './actions.ts';

/** On the hub: the offer to start from a past dossier, or the pages that come from one and are still to be brought up to date. */
export async function ReuseOnHub({ own }: { own: OwnDossier }) {
  const { definition } = own.call;
  const emptyDraft = isEmptyDraft(definition, own.answers);
  if (obstacle('reuseDossier', { ...own.situation, emptyDraft }) !== null) return <PagesToUpdate own={own} />;
  const { actor } = own.situation;
  const past = actor && (await pastDossier(actor, own));
  if (!past) return null;
  const { answers, anew } = reusableAnswers(past, definition, own.answers);
  const pages = Object.keys(answers).length;
  return pages > 0 ? <ReuseOffer offer={{ ...past, pages, anew }} reuse={reuse.bind(null, own.dossier.id, actor?.userId ?? '')} /> : null;
}

/** The pages that still say what a past dossier said, while the dossier can be written. */
export async function PagesToUpdate({ own }: { own: OwnDossier }) {
  if (obstacle('editDossier', own.situation) !== null) return null;
  const reused = await reusedPages(own.dossier.id);
  const pages = own.call.definition.sections.flatMap(({ code, title }) => {
    const page = reused.find((row) => row.code === code);
    return page ? [{ ...page, title }] : [];
  });
  return <ReusedPages dossierId={own.dossier.id} pages={pages} />;
}
