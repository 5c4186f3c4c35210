import type { FieldView } from '#components/form/field-view.ts';
import { fieldViews, typedIn } from '#components/form/field-view.ts';
import { KeptAnswers } from '#components/form/kept-answers.tsx';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { currentActor, isPlainPost } from '#lib/auth/actor.ts';
import type { NotTheWriter } from '#lib/auth/writer.ts';
import { sectionOf } from '#lib/domain/call.ts';
import { currentCall } from '#lib/queries/call.ts';

type Props = {
  action: (state: SectionFormState, form: FormData) => Promise<SectionFormState>;
  /** The address of the page, as its form says it. */
  page: string;
  /** What names the fields: nothing of the dossier is shown to whoever is not signed in. */
  fields: FieldView[];
};

/** The page that answers a form posted without scripts after the end of the session: every word is on it. */
export function LostSession({ action, page, fields }: Props) {
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Votre texte est là, il n’est pas encore enregistré" />
      <KeptAnswers action={action} page={page} fields={fields} />
    </div>
  );
}

/** True when a form was posted without scripts by somebody whose session is over. */
export async function hasLostSession(): Promise<boolean> {
  return (await isPlainPost()) && (await currentActor()) === null;
}

/** What an action answers to who may not be saved for: every word typed, and why. */
export function keptState(form: FormData, lost: NotTheWriter): SectionFormState {
  return { values: typedIn(form), problems: {}, sentence: lost.sentence, conflict: null };
}

/** The fields of this page of the form in the current call, which is public. */
export async function publicFields(sectionCode: string): Promise<FieldView[]> {
  const definition = (await currentCall())?.definition;
  const section = definition && sectionOf(definition, sectionCode);
  return section ? fieldViews(definition, null, section, {}) : [];
}
