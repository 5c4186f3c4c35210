type Seal = { signer: string; issuer: string; qualified: boolean; demonstration: boolean; level: string } | null;

/** Who sealed the file, and what that is worth, in plain words. */
export function SealFacts({ seal }: { seal: Seal }) {
  if (!seal) return null;
  const worth = seal.demonstration
    ? 'C’est un certificat de démonstration, non qualifié\u00a0: il prouve que le fichier n’a pas changé depuis, pas l’identité de qui l’a émis.'
    : seal.qualified
      ? 'Le certificat est déclaré qualifié par son émetteur.'
      : 'Le certificat n’est pas qualifié\u00a0: c’est un cachet du service.';
  return (
    <p>
      Cachet du service&nbsp;: «&nbsp;{seal.signer}&nbsp;», certificat émis par «&nbsp;{seal.issuer}&nbsp;». {worth}
    </p>
  );
}
