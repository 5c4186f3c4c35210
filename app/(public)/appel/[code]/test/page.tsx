import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SelfTestCriteria, SelfTestSituation } from '#components/dossier/self-test-form.tsx';
import { SelfTestOutcome } from '#components/dossier/self-test-outcome.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { phaseAt } from '#lib/domain/phase.ts';
import { readSelfTest, selfTestResult } from '#lib/domain/self-test.ts';
import { callByCode, databaseNow } from '#lib/queries/call.ts';

export const metadata: Metadata = { title: 'Suis-je concerné\u00a0?' };

/** Three steps, each an address of its own: nothing is stored, no account, no cookie, no script. */
export default async function SelfTestPage({ params, searchParams }: PageProps<'/appel/[code]/test'>) {
  const call = await callByCode((await params).code);
  if (!call) notFound();
  const query = await searchParams;
  const { definition } = call;
  const answers = readSelfTest(definition, (name) => [query[name] ?? []].flat());
  const result = selfTestResult(definition, answers);
  const step = !result || query.etape === '1' ? 'situation' : query.etape === 'resultat' ? 'outcome' : 'criteria';
  const page = `/appel/${definition.code}/test`;
  const open = phaseAt(call, await databaseNow()) === 'deposit';
  return (
    <div className="max-w-[48rem]">
      <PageTitle
        title="Êtes-vous concerné, et que préparer&nbsp;?"
        back={{ href: `/appel/${definition.code}`, label: definition.shortTitle }}
      >
        {step === 'situation' && (
          <p>
            Quelques questions, sans compte. Rien n’est enregistré&nbsp;: vos réponses ne sont que dans l’adresse de la page. Le résultat
            est indicatif, c’est la Mission qui décide.
          </p>
        )}
      </PageTitle>
      {step === 'situation' && (
        <SelfTestSituation page={page} definition={definition} answers={answers} sent={query.etape !== undefined && query.etape !== '1'} />
      )}
      {step === 'criteria' && result && (
        <SelfTestCriteria page={page} definition={definition} answers={answers} category={result.category} />
      )}
      {step === 'outcome' && result && (
        <SelfTestOutcome page={page} result={result} answers={answers} definition={definition} open={open} />
      )}
    </div>
  );
}
