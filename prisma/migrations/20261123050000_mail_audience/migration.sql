-- CreateEnum
CREATE TYPE "mail_audience" AS ENUM ('team', 'teamWithoutLinks', 'addressee', 'nobody');

-- AlterTable: nothing says for whom the mails written so far were, so they stay unread.
ALTER TABLE "mails" ADD COLUMN "audience" "mail_audience" NOT NULL DEFAULT 'nobody';

-- A draft that was deleted leaves the mails that were sent about it.
ALTER TABLE "mails" DROP CONSTRAINT "mails_dossier_id_fkey";
ALTER TABLE "mails" ADD CONSTRAINT "mails_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE SET NULL ON UPDATE CASCADE;
