import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CategoryBoard } from '#components/committee/category-board.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { CallPicker } from '#components/ui/call-picker.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { isOfTheMission } from '#lib/domain/actor.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { databaseNow } from '#lib/queries/call.ts';
import { boardsFor } from '#lib/queries/committee.ts';
import { callsOfTheMission } from '#lib/queries/instruction.ts';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Comité de sélection' };

const doneSentences = {
  deplace: 'Le dossier est déplacé.',
  replace: 'Le dossier a repris sa place calculée.',
  fige: 'La proposition est figée.',
  rouvert: 'La proposition est rouverte.',
  publie: 'Les décisions sont publiées et les courriels partent.',
};

export default async function CommitteePage({ searchParams }: PageProps<'/comite'>) {
  const actor = await signedInActor('/comite');
  if (!isOfTheMission(actor, ['committee', 'chair', 'administrator'])) notFound();
  const query = await searchParams;
  const [calls, now] = await Promise.all([callsOfTheMission(actor), databaseNow()]);
  const call = calls.find((c) => c.definition.code === query.appel) ?? calls.find((c) => phaseAt(c, now) === 'closed') ?? calls[0];
  if (!call) notFound();
  const boards = await boardsFor(actor, call);
  const done = knownWord(doneSentences, query.fait);
  return (
    <div className="group/page">
      <PageTitle title="Comité de sélection" />
      <CallPicker calls={calls} current={call} path="/comite" />
      {isRefusal(query.refus) && (
        <Alert severity="error" title="L’acte n’a pas été accompli" role="alert">
          <p>{refusalSentence(query.refus)}</p>
        </Alert>
      )}
      {done && (
        // What was done before is no longer news once a move is refused.
        <div className="group-has-[form_.fr-error-text]/page:hidden">
          <Alert severity="success" role="status" title={done} />
        </div>
      )}
      {!boards && (
        <Alert severity="info">
          <p>La sélection commence après la clôture&nbsp;: le dépôt est ouvert {frenchClosing(call.closesAt)}.</p>
        </Alert>
      )}
      {boards?.map((board) => (
        <CategoryBoard
          key={board.category.code}
          definition={call.definition}
          board={board}
          move={actions.move.bind(null, call.definition.code)}
          freeze={actions.freeze.bind(null, call.definition.code, { callId: call.id, categoryCode: board.category.code })}
          reopen={actions.reopen.bind(null, call.definition.code, { callId: call.id, categoryCode: board.category.code })}
          release={actions.release.bind(null, call.definition.code, { callId: call.id, categoryCode: board.category.code })}
        />
      ))}
    </div>
  );
}
