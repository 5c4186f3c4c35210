'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '#components/form/error-summary.tsx';
import { FieldError } from '#components/form/field-parts.tsx';
import { submitAsTyped } from '#components/form/submit-as-typed.ts';
import { TextArea } from '#components/form/text-area.tsx';
import { TextField } from '#components/form/text-field.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';

type Version = {
  code: string;
  origin: string;
  minimumMeasures: number;
  stateSignatory: { name: string; title: string };
  measures: { code: string; label: string; text: string }[];
};
export type CharterFormState = {
  values: Record<string, string>;
  version: string;
  measures: string[];
  problems: Record<string, string>;
  sentence: string | null;
};
type Props = {
  versions: Version[];
  initial: Record<string, string>;
  action: (state: CharterFormState, form: FormData) => Promise<CharterFormState>;
};

/** The names of the operation's problems, and the fields they are about. */
const fieldOf: Record<string, string> = {
  version: 'version',
  measures: 'dispositifs',
  state: 'etat-nom',
  territory: 'territoire-nom',
  place: 'lieu',
  signedOn: 'jour',
  referent: 'referent-nom',
};

/** Version, measures, signatories, place and day of a charter. */
export function CharterForm({ versions, initial, action }: Props) {
  const latest = versions.at(-1);
  const start: CharterFormState = { values: initial, version: latest?.code ?? '', measures: [], problems: {}, sentence: null };
  const [state, submit, pending] = useActionState(action, start);
  const value = (name: string) => state.values[name] ?? '';
  const problem = (name: string) => state.problems[name];
  const summary = Object.fromEntries(Object.entries(state.problems).map(([name, sentence]) => [fieldOf[name] ?? name, sentence]));
  return (
    <form action={submit} onSubmit={submitAsTyped(submit)} noValidate>
      <ErrorSummary sentence={state.sentence} problems={summary} labels={{}} attempt={state} />
      <fieldset className="fr-fieldset" id="champ-version" tabIndex={-1} aria-labelledby="champ-version-legende">
        <legend className="fr-fieldset__legend" id="champ-version-legende">
          Version de la charte
        </legend>
        {versions.map((version) => (
          <VersionChoice
            key={version.code}
            version={version}
            chosen={version.code === state.version}
            measures={state.measures}
            error={problem('measures')}
          />
        ))}
        <FieldError id="champ-version" error={problem('version')} />
      </fieldset>
      <h2 className="fr-h5">Signataires</h2>
      <TextField
        name="etat-nom"
        label="Qui signe pour l’État"
        defaultValue={value('etat-nom') || latest?.stateSignatory.name}
        error={problem('state')}
      />
      <TextArea name="etat-qualite" label="Sa qualité" rows={2} defaultValue={value('etat-qualite') || latest?.stateSignatory.title} />
      <TextField
        name="territoire-nom"
        label="Qui signe pour le territoire"
        defaultValue={value('territoire-nom')}
        error={problem('territory')}
      />
      <TextField name="territoire-qualite" label="Sa qualité pour le territoire" defaultValue={value('territoire-qualite')} />
      <h2 className="fr-h5 mt-6">Lieu, jour et suivi</h2>
      <TextField name="lieu" label="Fait à" className="max-w-[24rem]" defaultValue={value('lieu')} error={problem('place')} />
      <TextField name="jour" type="date" label="Le" className="max-w-[12rem]" defaultValue={value('jour')} error={problem('signedOn')} />
      <TextField
        name="referent-nom"
        label="Interlocuteur référent du territoire"
        defaultValue={value('referent-nom')}
        error={problem('referent')}
      />
      <TextField name="referent-contact" label="Courriel ou téléphone du référent" defaultValue={value('referent-contact')} />
      <div className="mt-6">
        <Confirmation label="Relire puis émettre">
          <p>
            La charte sera scellée et ne changera plus. Toutes les personnes du dossier recevront un courriel, et chacun pourra la vérifier
            avec son code. Relisez ci-dessus la version, les dispositifs, les signataires, le lieu et le jour.
          </p>
          <button type="submit" className="fr-btn" disabled={pending}>
            Émettre la charte
          </button>
        </Confirmation>
      </div>
    </form>
  );
}

type VersionChoiceProps = { version: Version; chosen: boolean; measures: string[]; error?: string };

/** One version, and its measures as soon as it is chosen: the style sheet does it, so that it works without scripts. */
function VersionChoice({ version, chosen, measures, error }: VersionChoiceProps) {
  const id = `version-${version.code}`;
  return (
    <div className="fr-fieldset__element group">
      <div className="fr-radio-group">
        <input type="radio" id={id} name="version" value={version.code} defaultChecked={chosen} />
        <label className="fr-label" htmlFor={id}>
          {version.origin}
        </label>
      </div>
      <fieldset
        id={chosen ? 'champ-dispositifs' : undefined}
        tabIndex={-1}
        className={`fr-fieldset mt-4 ml-6 hidden group-has-[input[name=version]:checked]:flex ${error && chosen ? 'fr-fieldset--error' : ''}`}
      >
        <legend className="fr-fieldset__legend">
          Dispositifs que le territoire s’engage à mettre en œuvre&nbsp;: au moins {version.minimumMeasures} sur {version.measures.length}
        </legend>
        {version.measures.map((measure, rank) => (
          <div key={measure.code} className="fr-fieldset__element">
            <div className="fr-checkbox-group">
              <input
                type="checkbox"
                id={`${id}-${measure.code}`}
                name={`dispositifs-${version.code}`}
                value={measure.code}
                defaultChecked={chosen && measures.includes(measure.code)}
              />
              <label className="fr-label" htmlFor={`${id}-${measure.code}`}>
                {rank + 1}. {measure.label}
              </label>
              <p className="fr-hint-text m-0 ml-8">{measure.text}.</p>
            </div>
          </div>
        ))}
        {chosen && <FieldError id="champ-dispositifs" error={error} />}
      </fieldset>
    </div>
  );
}
