import type { SectionWorkView } from '#components/dossier/section-work-panel.tsx';
import { finishedSentence, type SectionWork } from '#lib/domain/section-work.ts';

/** The team's work on a page, in the words its panel shows. */
export function workView(work: SectionWork, refusal: string | null = null): SectionWorkView {
  return {
    assigneeId: work.assignee?.userId ?? '',
    assigned: work.assignee && `Confiée à ${work.assignee.name}.`,
    finished: finishedSentence(work),
    refusal,
  };
}
