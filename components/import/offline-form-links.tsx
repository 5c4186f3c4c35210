const formats = { docx: 'Word (.docx)', odt: 'LibreOffice (.odt)' };

/** The form to fill without a network, empty; with the answers of a dossier when there is one. */
export function OfflineFormLinks({ code, dossierId }: { code: string; dossierId?: string }) {
  const forms = [
    { label: 'Formulaire vierge', address: `/api/formulaires/${code}` },
    ...(dossierId ? [{ label: 'Formulaire avec vos réponses actuelles', address: `/api/reprises/${dossierId}/formulaire` }] : []),
  ];
  return (
    <ul>
      {forms.flatMap(({ label, address }) =>
        Object.entries(formats).map(([format, name]) => (
          <li key={`${address}/${format}`}>
            <a href={`${address}/${format}`}>
              {label}, {name}
            </a>
          </li>
        )),
      )}
    </ul>
  );
}
