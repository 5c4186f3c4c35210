'use server';

import { redirect } from 'next/navigation';
import type { CharterFormState } from '#components/charter/charter-form.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { cleanText } from '#lib/domain/text.ts';
import { issueCharter } from '#lib/operations/charter.ts';
import { receive } from '#lib/operations/reception.ts';

/** Issues the charter, or gives everything back with what to correct. */
export async function issue(dossierId: string, _previous: CharterFormState, form: FormData): Promise<CharterFormState> {
  const reception = receive();
  const actor = await signedInActor(`/administration/chartes/${dossierId}`);
  const text = (name: string) => cleanText(String(form.get(name) ?? '')).trim();
  const version = text('version');
  const measures = form.getAll(`dispositifs-${version}`).map(String);
  const choices = {
    versionCode: version,
    measureCodes: measures,
    signatories: [
      { side: 'state' as const, name: text('etat-nom'), title: text('etat-qualite') },
      { side: 'territory' as const, name: text('territoire-nom'), title: text('territoire-qualite') },
    ],
    place: text('lieu'),
    signedOn: text('jour'),
    referent: { name: text('referent-nom'), contact: text('referent-contact') },
  };
  const result = await issueCharter(actor, dossierId, choices, reception);
  if (result.ok) redirect('/administration?fait=charte');
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$')),
  );
  return { values, version, measures, problems: { ...result.problems }, sentence: result.sentence };
}
