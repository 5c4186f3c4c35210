/** Says that a text the server did not have was found in this browser, and put back. It is there before it speaks. */
export function FoundNotice({ at }: { at: number | null }) {
  return (
    <div role="status">
      {at !== null && (
        <p className="fr-alert fr-alert--info fr-alert--sm my-4">
          Nous avons retrouvé ce que vous aviez écrit {moment(at)} sans que le serveur le reçoive. C’est remis dans la page.
        </p>
      )}
    </div>
  );
}

/** « à 14 h 02 », « le 3 octobre à 14 h 02 » when it was another day: the clock is that of this computer, as is the text. */
function moment(at: number): string {
  const date = new Date(at);
  const hour = `à ${date.getHours()} h ${String(date.getMinutes()).padStart(2, '0')}`;
  const today = date.toDateString() === new Date().toDateString();
  return today ? hour : `le ${date.toLocaleDateString('fr-FR', { day: 'numeric', month: 'long' })} ${hour}`;
}
