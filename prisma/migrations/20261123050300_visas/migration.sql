-- CreateEnum
CREATE TYPE "visa_answer" AS ENUM ('given', 'refused');

-- AlterTable
ALTER TABLE "dossiers" ADD COLUMN "visa_required" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "visas" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "visa_answer",
    "comment" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answers_sha256" CHAR(64),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "visas_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visas_dossier_id_asked_at_idx" ON "visas"("dossier_id", "asked_at");

-- CreateIndex
CREATE INDEX "visas_email_idx" ON "visas"("email");

-- AddForeignKey
ALTER TABLE "visas" ADD CONSTRAINT "visas_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An answer stays as it was given; it can only be followed by another request, or go with a draft that is deleted whole.
CREATE FUNCTION refuse_visa_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM dossiers d WHERE d.id = OLD.dossier_id) THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL
     AND (NEW.dossier_id, NEW.email, NEW.name, NEW.function, NEW.asked_by_id, NEW.asked_at)
       IS NOT DISTINCT FROM (OLD.dossier_id, OLD.email, OLD.name, OLD.function, OLD.asked_by_id, OLD.asked_at)
     AND (OLD.answered_at IS NULL OR (NEW.answer, NEW.comment, NEW.answered_by_id, NEW.answered_at, NEW.answers_sha256)
       IS NOT DISTINCT FROM (OLD.answer, OLD.comment, OLD.answered_by_id, OLD.answered_at, OLD.answers_sha256)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'table % is frozen: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON visas FOR EACH ROW EXECUTE FUNCTION refuse_visa_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON visas FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The answers of a dossier in 64 characters: what a visa was given for. A page or a question left empty says nothing.
CREATE FUNCTION dossier_answers_sha256(id uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(COALESCE(string_agg(said.code || ' ' || said.answers, E'\n' ORDER BY said.code), ''), 'UTF8')), 'hex')
  FROM (
    SELECT s.code, jsonb_object_agg(a.key, a.value)::text AS answers
    FROM dossier_sections s, jsonb_each(s.answers) a
    WHERE s.dossier_id = $1 AND a.value NOT IN ('""', 'null', '{}')
    GROUP BY s.code
  ) said
$$;
