import { AssistedBanner } from '#components/dossier/assisted-banner.tsx';
import { currentActor } from '#lib/auth/actor.ts';
import { receive } from '#lib/operations/reception.ts';
import { assistedBanner } from '#lib/queries/assisted-deposit.ts';

/** Above every page of a dossier the Mission entered: who is writing in it, or what its people are asked. */
export default async function DossierLayout({ children, params }: LayoutProps<'/candidature/[dossierId]'>) {
  const { dossierId } = await params;
  const banner = await assistedBanner(await currentActor(), dossierId, receive());
  return (
    <>
      {banner && <AssistedBanner banner={banner} dossierId={dossierId} />}
      {children}
    </>
  );
}
