import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { type MissionRole, missionRoleLabels } from '#lib/domain/actor.ts';
import { type PersonaCard, personas } from '#lib/queries/persona.ts';
import { site } from '#lib/queries/site.ts';
import { enter } from './actions.ts';

export const metadata: Metadata = { title: 'Choisir un rôle' };

export default async function DemonstrationPage() {
  if (!site().demonstration) notFound();
  const people = await personas();
  return (
    <>
      <PageTitle title="Démonstration&nbsp;: choisir un rôle">
        <p>
          Personnes et territoires sont inventés. Un clic suffit pour entrer&nbsp;; déconnectez-vous pour changer de rôle. Les courriels qui
          seraient partis se lisent dans <Link href="/demo/courrier">le courrier</Link>.
        </p>
      </PageTitle>
      <PeopleList title="La Mission et le comité" people={people.filter((person) => person.roles.length > 0)} />
      <PeopleList title="Les candidats" people={people.filter((person) => person.roles.length === 0)} />
    </>
  );
}

function PeopleList({ title, people }: { title: string; people: PersonaCard[] }) {
  return (
    <section aria-label={title} className="mb-8">
      <h2 className="fr-h4">{title}</h2>
      <ul className="fr-raw-list grid gap-3 md:grid-cols-2">
        {people.map((person) => (
          <li key={person.email} className="flex flex-wrap items-center justify-between gap-3 border border-(--border-default-grey) p-3">
            <div className="min-w-0 flex-1">
              <p className="m-0 font-bold">{person.name}</p>
              <p className="fr-text--sm m-0">
                {person.roles.length > 0 && `${person.roles.map((role) => missionRoleLabels[role as MissionRole]).join(', ')}. `}
                {person.description}.
              </p>
            </div>
            <form action={enter.bind(null, person.email)}>
              <SubmitButton small secondary>
                Entrer<span className="fr-sr-only"> comme {person.name}</span>
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
