import { Presence } from '#components/dossier/presence.tsx';
import { SectionWorkPanel } from '#components/dossier/section-work-panel.tsx';
import type { Actor } from '#lib/domain/actor.ts';
import { presenceSentence, savedSentence } from '#lib/domain/section-work.ts';
import { noWork, presentOthers, sectionWorks } from '#lib/queries/section-work.ts';
import { teamOf } from '#lib/queries/team.ts';
import { workOnSection } from './work-actions.ts';
import { workView } from './work-view.ts';

type Props = { actor: Actor; dossierId: string; code: string };

/** Who else is on this page of the form now. */
export async function WhoIsHere({ actor, dossierId, code }: Props) {
  const others = await presentOthers(actor, dossierId, code);
  return <Presence url={`/api/presences/${dossierId}/${code}`} initial={others.map(presenceSentence)} />;
}

/** What the team did of this page of the form, and what can be said of it. */
export async function TeamWork({ actor, dossierId, code }: Props) {
  const [works, { members }] = await Promise.all([sectionWorks(dossierId), teamOf(dossierId)]);
  const work = works.get(code) ?? noWork;
  return (
    <SectionWorkPanel
      initial={workView(work)}
      saved={savedSentence(work)}
      members={members.map(({ userId, name, email }) => ({ userId, name: name || email }))}
      act={workOnSection.bind(null, dossierId, code, actor.userId)}
    />
  );
}
