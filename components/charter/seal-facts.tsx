type Seal = { signer: string; issuer: string; qualified: boolean; demonstration: boolean; level: string } | null;

/** Who sealed the file, and what that is worth, in plain words. */
export function SealFacts({ seal }: { seal: Seal }) {
  if (!seal) return null;
  const worth = seal.demonstration
    ? 'C’est un certificat de démonstration, non qualifié : il prouve que le fichier n’a pas changé depuis, pas l’identité de qui l’a émis.'
    : seal.qualified
      ? 'Le certificat est déclaré qualifié par son émetteur.'
      : 'Le certificat n’est pas qualifié : c’est un cachet du service.';
  return (
    <p>
      Cachet du service : « {seal.signer} », certificat émis par « {seal.issuer} ». {worth}
    </p>
  );
}
