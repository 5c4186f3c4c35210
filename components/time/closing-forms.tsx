import type { FieldView } from '#components/form/field-view.ts';
import { dayField, timeField } from '#components/form/instant-fields.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { SimpleForm } from '#components/form/simple-form.tsx';

type FormAction = (state: SectionFormState, form: FormData) => Promise<SectionFormState>;
type Props = { action: FormAction };

/** Records an incident, which moves the closing for everybody: what will be published is read again before. */
export function IncidentForm({ action }: Props) {
  return (
    <SimpleForm fields={incidentFields} action={action} submitLabel="Relire puis prolonger" confirmLabel="Publier et prolonger le dépôt" />
  );
}

/** Lets one dossier be submitted after everybody’s closing. */
export function AuthorisationForm({ action }: Props) {
  return <SimpleForm fields={authorisationFields} action={action} submitLabel="Donner l’autorisation" />;
}

/** The last minute that counts, as people say a closing; the instant kept is the first one that is too late. */
function lastMinute(code: string, label: string): FieldView {
  return timeField(code, label, 'Incluse, à l’heure de Paris : 23:59 laisse déposer jusqu’à 23 h 59 inclus.');
}

const incidentFields: FieldView[] = [
  dayField('debut-jour', 'Jour où l’incident a commencé'),
  timeField('debut-heure', 'Heure où l’incident a commencé'),
  dayField('fin-jour', 'Jour où l’incident a fini'),
  timeField('fin-heure', 'Heure où l’incident a fini'),
  {
    control: 'paragraphs',
    code: 'recit',
    label: 'Ce qui s’est passé',
    hint: 'En une ou deux phrases, telles que tout le monde les lira. Par exemple\u00a0: «\u00a0Les codes de connexion n’arrivaient plus. »',
    rows: 3,
  },
  dayField('cloture-jour', 'Dernier jour pour déposer'),
  lastMinute('cloture-heure', 'Dernière minute pour déposer'),
];

const authorisationFields: FieldView[] = [
  {
    control: 'line',
    type: 'text',
    autoComplete: 'off',
    narrow: false,
    code: 'structure',
    label: 'SIREN de la structure, ou numéro du dossier',
    hint: 'Le dossier doit avoir été commencé. Sans SIREN\u00a0: «\u00a0RIDET 0 123 456\u00a0», «\u00a0TAHITI B12345\u00a0», ou le nom exact de la structure.',
  },
  dayField('limite-jour', 'Dernier jour de l’autorisation'),
  lastMinute('limite-heure', 'Dernière minute de l’autorisation'),
  {
    control: 'paragraphs',
    code: 'motif',
    label: 'Motif de l’autorisation',
    hint: 'Les candidats du dossier et les évaluateurs le liront\u00a0; il figure sur l’accusé de réception. N’écrivez rien de médical ni de privé.',
    rows: 3,
  },
];
