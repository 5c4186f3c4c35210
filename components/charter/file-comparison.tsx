'use client';

import { useState } from 'react';

type Outcome = { kind: 'none' } | { kind: 'same' | 'different'; name: string } | { kind: 'unreadable' };

/** Compares a file with the fingerprint kept by the service, inside the browser: the file is sent nowhere. */
export function FileComparison({ sha256 }: { sha256: string }) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });

  async function compare(file: File | undefined) {
    if (!file) return;
    try {
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
      const hexadecimal = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      setOutcome({ kind: hexadecimal === sha256 ? 'same' : 'different', name: file.name });
    } catch {
      setOutcome({ kind: 'unreadable' });
    }
  }

  return (
    <section
      aria-labelledby="comparer"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void compare(event.dataTransfer.files[0]);
      }}
      className="border-2 border-dashed border-(--border-plain-grey) p-4"
    >
      <h2 className="fr-h5" id="comparer">
        Votre fichier est-il le bon&nbsp;?
      </h2>
      <div className="fr-upload-group">
        <label className="fr-label" htmlFor="fichier-a-comparer">
          Choisissez le PDF que vous avez reçu, ou déposez-le ici
        </label>
        <p className="fr-hint-text m-0">La comparaison se fait sur votre appareil&nbsp;: le fichier n’est pas envoyé.</p>
        <input
          className="fr-upload mt-2"
          type="file"
          id="fichier-a-comparer"
          accept="application/pdf,.pdf"
          onChange={(event) => void compare(event.target.files?.[0])}
        />
      </div>
      <div role="status" className="mt-4">
        {outcome.kind === 'same' && (
          <p className="fr-valid-text m-0">Oui&nbsp;: «&nbsp;{outcome.name}&nbsp;» est exactement le document scellé.</p>
        )}
        {outcome.kind === 'different' && (
          <p className="fr-error-text m-0">Non&nbsp;: «&nbsp;{outcome.name}&nbsp;» n’est pas ce document, ou il a été modifié.</p>
        )}
        {outcome.kind === 'unreadable' && <p className="fr-error-text m-0">Ce fichier n’a pas pu être lu. Choisissez-le de nouveau.</p>}
      </div>
      <noscript>
        <p>
          Sans JavaScript, calculez l’empreinte SHA-256 de votre fichier (commande <code>sha256sum</code> ou <code>Get-FileHash</code>) et
          comparez-la à celle affichée ci-dessus.
        </p>
      </noscript>
    </section>
  );
}
