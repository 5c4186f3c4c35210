import { AssistedFacts } from '#components/dossier/assisted-facts.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { type AssistanceState, assistedTitles } from '#lib/domain/assisted-deposit.ts';

type Props = { assisted: (Parameters<typeof AssistedFacts>[0]['assisted'] & { state: AssistanceState }) | null };

/** For whoever examines a dossier that the territory did not write here itself. */
export function AssistedNotice({ assisted }: Props) {
  if (!assisted) return null;
  return (
    <Alert severity={assisted.state === 'confirmed' ? 'info' : 'warning'} title={assistedTitles[assisted.state]}>
      <details>
        <summary className="cursor-pointer">Comment il a été reçu</summary>
        <div className="mt-2">
          <AssistedFacts assisted={assisted} withOriginal />
        </div>
      </details>
    </Alert>
  );
}
