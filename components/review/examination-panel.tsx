import type { FieldView } from '#components/form/field-view.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { SimpleForm } from '#components/form/simple-form.tsx';
import {
  type AdmissibilityPoint,
  type AdmissibilityVerdict,
  admissibilityLabels,
  proposeAdmissibility,
} from '#lib/domain/admissibility.ts';
import { type CallDefinition, categoryOf } from '#lib/domain/call.ts';
import { frenchDay, frenchTime } from '#lib/domain/dates.ts';
import { type EligibilityProposal, type EligibilityVerdict, eligibilityLabels } from '#lib/domain/eligibility.ts';

type FormAction = (state: SectionFormState, form: FormData) => Promise<SectionFormState>;
type Props = {
  definition: CallDefinition;
  decisions: {
    eligibility: { verdict: EligibilityVerdict; reason: string; decidedAt: Date; by: string } | null;
    admissibility: { verdict: AdmissibilityVerdict; reason: string; decidedAt: Date; by: string } | null;
    categoryChange: { reason: string; decidedAt: Date; by: string } | null;
  };
  proposal: EligibilityProposal;
  points: AdmissibilityPoint[];
  categoryCode: string | null;
  /** Null: this person may not, or not any more. */
  decideEligibility: FormAction | null;
  fixCategory: FormAction | null;
  decideAdmissibility: FormAction | null;
};

const proposals = { eligible: 'éligible', ineligible: 'non éligible', toJudge: 'à juger' };

/** Eligibility, category and admissibility: what is proposed and why, what was decided, and the forms to decide. */
export function ExaminationPanel(props: Props) {
  const { definition, decisions, proposal, points, categoryCode } = props;
  const category = categoryOf(definition, categoryCode);
  const proposed = proposeAdmissibility(points);
  return (
    <details className="mb-8 border border-(--border-default-grey) p-4" open={!decisions.admissibility}>
      <summary className="cursor-pointer font-bold">Éligibilité, catégorie et recevabilité</summary>
      <h2 className="fr-h5 mt-4">Éligibilité</h2>
      <p className="mb-1">
        Proposition&nbsp;: <strong>{proposals[proposal.proposal]}</strong>. {proposal.reason}
      </p>
      <blockquote className="fr-text--sm m-0 mb-3 border-l-4 border-(--border-default-blue-france) pl-3">
        «&nbsp;{proposal.quote.replace(/\s*;$/, '')}&nbsp;»
      </blockquote>
      {decisions.eligibility && <Decided label={eligibilityLabels[decisions.eligibility.verdict]} {...decisions.eligibility} />}
      {props.decideEligibility && (
        <Decide open={!decisions.eligibility} summary={decisions.eligibility ? 'Changer la décision' : 'Décider de l’éligibilité'}>
          <SimpleForm
            fields={eligibilityFields}
            values={proposedEligibility(proposal)}
            action={props.decideEligibility}
            submitLabel="Enregistrer la décision"
          />
        </Decide>
      )}
      <h2 className="fr-h5 mt-6">Catégorie</h2>
      <p>{category ? `${category.label}.` : 'Le candidat n’a pas choisi de catégorie.'}</p>
      {decisions.categoryChange && (
        <p className="written-text">
          Fixée par la Mission&nbsp;: {decisions.categoryChange.reason} {signature(decisions.categoryChange)}
        </p>
      )}
      {props.fixCategory && (
        <Decide open={!category} summary={category ? 'Changer la catégorie' : 'Choisir la catégorie'}>
          <SimpleForm
            fields={categoryFields(definition)}
            values={{ categorie: categoryCode ?? '' }}
            action={props.fixCategory}
            submitLabel="Fixer la catégorie"
          />
        </Decide>
      )}
      <h2 className="fr-h5 mt-6">Recevabilité</h2>
      <ul className="fr-raw-list mb-3" data-testid="points-de-recevabilite">
        {points.map((point) => (
          <li key={point.code} className="mb-1">
            <strong>{pointWord(point)}</strong> {point.label}. <span className="fr-text--sm">{point.detail}</span>
          </li>
        ))}
      </ul>
      {decisions.admissibility && <Decided label={admissibilityLabels[decisions.admissibility.verdict]} {...decisions.admissibility} />}
      {props.decideAdmissibility && (
        <Decide open summary="Décider de la recevabilité">
          <SimpleForm
            // Begun anew when the points allow a proposal.
            key={proposed ? 'proposed' : 'open'}
            fields={admissibilityFields(points)}
            values={proposed ? { 'recevabilite-verdict': proposed.verdict, 'recevabilite-raison': proposed.reason } : {}}
            action={props.decideAdmissibility}
            submitLabel="Enregistrer la décision"
          />
        </Decide>
      )}
    </details>
  );
}

type Signed = { decidedAt: Date; by: string };

function Decided({ label, reason, ...signed }: { label: string; reason: string } & Signed) {
  return (
    <p className="mb-3">
      <strong>Décision&nbsp;: {label.toLowerCase()}.</strong> <span className="written-text">{reason}</span> {signature(signed)}
    </p>
  );
}

function signature({ by, decidedAt }: Signed): string {
  return `(${by}, ${frenchDay(decidedAt)} à ${frenchTime(decidedAt)})`;
}

function Decide({ open, summary, children }: { open: boolean; summary: string; children: React.ReactNode }) {
  return (
    <details open={open} className="mb-2">
      <summary className="cursor-pointer font-bold">{summary}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

/** In words, so that nothing rests on a colour or a sign. */
function pointWord(point: AdmissibilityPoint): string {
  if (point.met === null) return 'À vérifier\u00a0:';
  return point.met ? 'Oui\u00a0:' : 'Bloquant\u00a0:';
}

const eligibilityFields: FieldView[] = [
  {
    control: 'choice',
    code: 'eligibilite-verdict',
    label: 'Votre décision',
    options: Object.entries(eligibilityLabels).map(([value, label]) => ({ value, label })),
  },
  { control: 'paragraphs', code: 'eligibilite-raison', label: 'Raison de la décision sur l’éligibilité', rows: 3 },
];

function proposedEligibility({ proposal, reason }: EligibilityProposal): Record<string, string> {
  return proposal === 'toJudge' ? {} : { 'eligibilite-verdict': proposal, 'eligibilite-raison': reason };
}

function categoryFields(definition: CallDefinition): FieldView[] {
  return [
    {
      control: 'choice',
      code: 'categorie',
      label: 'Catégorie du dossier',
      options: definition.categories.map(({ code, label }) => ({ value: code, label })),
    },
    { control: 'paragraphs', code: 'categorie-raison', label: 'Raison du choix de la catégorie', rows: 2 },
  ];
}

function admissibilityFields(points: AdmissibilityPoint[]): FieldView[] {
  const blocked = points.some((point) => point.met !== true);
  const options = Object.entries(admissibilityLabels).map(([value, label]) => ({
    value,
    label,
    hint: value === 'admissible' && blocked ? 'Impossible tant qu’un point est bloquant ou à vérifier.' : undefined,
  }));
  return [
    { control: 'choice', code: 'recevabilite-verdict', label: 'Le dossier est-il recevable\u00a0?', options },
    {
      control: 'paragraphs',
      code: 'recevabilite-raison',
      label: 'Raison de la décision sur la recevabilité',
      hint: 'Si le dossier est irrecevable, cette raison est envoyée au candidat.',
      rows: 3,
    },
  ];
}
