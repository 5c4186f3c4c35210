import type { CallDefinition, Section } from '#lib/domain/call.ts';

/** Where one is inside a part made of several pages, like the seven sections of the sheet. Nothing for a part of one page. */
export function PartStepper({ definition, section }: { definition: CallDefinition; section: Section }) {
  const pages = definition.sections.filter((s) => s.part !== null && s.part === section.part);
  const step = pages.findIndex((page) => page.code === section.code) + 1;
  if (pages.length < 2) return null;
  const part = definition.parts.find((p) => p.code === section.part);
  const next = pages[step];
  return (
    <div className="fr-stepper mb-4">
      <p className="fr-stepper__title mb-2 text-base">
        <span className="fr-stepper__state">
          Section {step} sur {pages.length}
        </span>
        {part?.label}
      </p>
      <div className="fr-stepper__steps" data-fr-current-step={step} data-fr-steps={pages.length} />
      {next && (
        <p className="fr-stepper__details">
          <span className="font-bold">Section suivante&nbsp;:</span> {next.title}
        </p>
      )}
    </div>
  );
}
