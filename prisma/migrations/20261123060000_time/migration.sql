-- AlterEnum
ALTER TYPE "dossier_status" ADD VALUE 'withdrawn';

-- CreateTable
CREATE TABLE "incidents" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "description" TEXT NOT NULL,
    "former_closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "late_authorisations" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "given_by_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "late_authorisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawals" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "withdrawals_pkey" PRIMARY KEY ("id")
);

-- A reminder belongs to the closing it speaks of.
ALTER TABLE "reminders" ADD COLUMN "closes_at" TIMESTAMPTZ(3);
UPDATE "reminders" r SET "closes_at" = c."closes_at" FROM "dossiers" d JOIN "calls" c ON c."id" = d."call_id" WHERE d."id" = r."dossier_id";
ALTER TABLE "reminders" ALTER COLUMN "closes_at" SET NOT NULL,
    DROP CONSTRAINT "reminders_pkey",
    ADD CONSTRAINT "reminders_pkey" PRIMARY KEY ("dossier_id","step","closes_at");

-- CreateIndex
CREATE INDEX "incidents_call_id_recorded_at_idx" ON "incidents"("call_id", "recorded_at");

-- CreateIndex
CREATE INDEX "late_authorisations_dossier_id_given_at_idx" ON "late_authorisations"("dossier_id", "given_at");

-- CreateIndex
CREATE INDEX "withdrawals_dossier_id_withdrawn_at_idx" ON "withdrawals"("dossier_id", "withdrawn_at");

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_authorisations" ADD CONSTRAINT "late_authorisations_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What moved a closing, and why a dossier left, never change.
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON incidents FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON incidents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An authorisation goes only with its draft: what was never submitted can disappear whole.
CREATE FUNCTION refuse_authorisation_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM dossiers d WHERE d.id = OLD.dossier_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'table % is frozen: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON late_authorisations FOR EACH ROW EXECUTE FUNCTION refuse_authorisation_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON late_authorisations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
