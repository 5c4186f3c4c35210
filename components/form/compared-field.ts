import { criterionPositions } from '#lib/domain/criterion-fields.ts';
import type { FieldView } from './field-view.ts';

/** What is to be known of a field to show two versions of it side by side; « shown » is not chosen, only read. */
export type ComparedField = {
  label: string;
  kind: 'paragraphs' | 'line' | 'choice' | 'shown';
  options?: readonly { value: string; label: string }[];
};

/** The field of this name, « question » or « question:criterion:part », among those of a page. */
export function comparedField(fields: readonly FieldView[], name: string): ComparedField {
  const [code, criterion, part] = name.split(':');
  const field = fields.find((f) => f.code === name || f.code === code);
  const label = field?.label ?? name;
  if (field?.control === 'identifier' && criterion) {
    return criterion === 'registre'
      ? { label: `${label}, registre`, kind: 'choice', options: registers }
      : { label: 'Son RIDET ou son numéro TAHITI', kind: 'line' };
  }
  if (criterion) {
    const full = `${label} – ${criterion}`;
    if (part === 'position') return { label: `${full}, où vous en êtes`, kind: 'choice', options: positions };
    return part === 'proof' ? { label: `${full}, où le vérifier`, kind: 'line' } : { label: full, kind: 'paragraphs' };
  }
  if (field?.control === 'choice' || field?.control === 'select') return { label, kind: 'choice', options: field.options };
  return { label, kind: field?.control === 'paragraphs' ? 'paragraphs' : 'line' };
}

const registers = [
  { value: 'siren', label: 'SIREN' },
  { value: 'ridet', label: 'RIDET' },
  { value: 'tahiti', label: 'TAHITI' },
  { value: 'none', label: 'aucun numéro' },
];
const positions = Object.entries(criterionPositions).map(([value, label]) => ({ value, label }));
