import { Alert } from '#components/ui/alert.tsx';
import { extensionSentence, type Incident, incidentSentence } from '#lib/domain/extension.ts';

/** Told wherever a candidate looks for the closing: an incident has moved it, for everybody, and why. */
export function ExtensionNotice({ incident }: { incident: Incident | null }) {
  if (!incident) return null;
  return (
    <Alert severity="warning" title={extensionSentence(incident)}>
      <p className="written-text">{incidentSentence(incident)}</p>
    </Alert>
  );
}
