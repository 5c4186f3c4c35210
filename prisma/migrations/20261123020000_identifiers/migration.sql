-- A structure is known by a number of a register, SIREN or another; the numbers given until now are all SIREN.
CREATE TYPE "identifier_scheme" AS ENUM ('siren', 'ridet', 'tahiti', 'none');

DROP INDEX "dossiers_call_id_siren_key";
ALTER TABLE "dossiers" RENAME COLUMN "siren" TO "identifier";
ALTER TABLE "dossiers" ALTER COLUMN "identifier" TYPE TEXT,
  ADD COLUMN "identifier_scheme" "identifier_scheme" NOT NULL DEFAULT 'siren',
  ADD COLUMN "place_code" TEXT;
ALTER TABLE "dossiers" ALTER COLUMN "identifier_scheme" DROP DEFAULT;
CREATE UNIQUE INDEX "dossiers_call_id_identifier_scheme_identifier_key" ON "dossiers"("call_id", "identifier_scheme", "identifier");

-- CreateTable
CREATE TABLE "registry_extracts" (
    "dossier_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_extracts_pkey" PRIMARY KEY ("dossier_id")
);

-- AddForeignKey
ALTER TABLE "registry_extracts" ADD CONSTRAINT "registry_extracts_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the registry said when the dossier was created is compared with what is declared: it never follows it.
CREATE TRIGGER frozen BEFORE UPDATE ON registry_extracts FOR EACH ROW EXECUTE FUNCTION refuse_change();
