'use client';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="max-w-[48rem]">
      <h1 className="fr-h2">Le service rencontre un problème</h1>
      <p>Ce n’est pas de votre fait. Ce que vous aviez enregistré est intact. Essayez de nouveau dans un instant.</p>
      {error.digest && <p className="fr-text--sm">Numéro de l’incident&nbsp;: {error.digest}</p>}
      <button type="button" className="fr-btn" onClick={reset}>
        Essayer de nouveau
      </button>
    </div>
  );
}
