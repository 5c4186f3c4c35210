import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { RadioGroup } from '#components/form/radio-group.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { chooseTheme } from './actions.ts';

export const metadata: Metadata = { title: 'Paramètres d’affichage' };

export default async function DisplayPage() {
  const chosen = (await cookies()).get('affichage')?.value ?? 'system';
  return (
    <div className="max-w-[36rem]">
      <PageTitle title="Paramètres d’affichage" />
      <form action={chooseTheme}>
        <RadioGroup
          name="theme"
          legend="Thème"
          options={[
            { value: 'system', label: 'Comme le système' },
            { value: 'light', label: 'Clair' },
            { value: 'dark', label: 'Sombre' },
          ]}
          defaultValue={chosen}
        />
        <button type="submit" className="fr-btn">
          Enregistrer
        </button>
      </form>
    </div>
  );
}
