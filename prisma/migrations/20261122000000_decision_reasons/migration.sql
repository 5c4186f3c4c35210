-- Why a dossier was given its place, beyond the findings: its rank, or the reason of the committee.
-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[];
