-- AlterTable
ALTER TABLE "dossier_sections" ADD COLUMN     "reused_from" TEXT;

-- CreateTable
CREATE TABLE "correction_requests" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "dossier_version" INTEGER NOT NULL,
    "points" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_version" INTEGER,
    "answered_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT,

    CONSTRAINT "correction_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "correction_requests_dossier_id_asked_at_idx" ON "correction_requests"("dossier_id", "asked_at");

-- AddForeignKey
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was asked, of what and by whom never changes; an answer or a withdrawal ends it for good.
CREATE FUNCTION refuse_correction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.answered_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL OR NEW.points IS DISTINCT FROM OLD.points
     OR NEW.dossier_id IS DISTINCT FROM OLD.dossier_id OR NEW.dossier_version IS DISTINCT FROM OLD.dossier_version
     OR NEW.asked_by_id IS DISTINCT FROM OLD.asked_by_id OR NEW.asked_at IS DISTINCT FROM OLD.asked_at OR NEW.due_at < OLD.due_at THEN
    RAISE EXCEPTION 'correction request % is frozen: % refused', OLD.id, TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON correction_requests FOR EACH ROW EXECUTE FUNCTION refuse_correction_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON correction_requests FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
