-- AlterEnum
ALTER TYPE "document_kind" ADD VALUE 'letter';

-- CreateEnum
CREATE TYPE "letter_state" AS ENUM ('sent', 'opened', 'prepared', 'confirmed', 'refused', 'addressInError', 'replaced');

-- CreateTable
CREATE TABLE "letter_requests" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "state" "letter_state" NOT NULL DEFAULT 'sent',
    "official_name" TEXT NOT NULL,
    "official_function" TEXT NOT NULL,
    "official_structure" TEXT NOT NULL,
    "official_mandate" TEXT NOT NULL,
    "official_email" TEXT NOT NULL,
    "prepared_text" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),
    "prepared_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "proposed_name" TEXT NOT NULL DEFAULT '',
    "proposed_email" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "letter_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_links" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "mail_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_codes" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "code_hash" CHAR(64) NOT NULL,
    "text_sha256" CHAR(64) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_confirmations" (
    "request_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "document_code" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_confirmations_pkey" PRIMARY KEY ("request_id")
);

-- CreateTable
CREATE TABLE "letter_reminders" (
    "request_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_reminders_pkey" PRIMARY KEY ("request_id","step")
);

-- CreateIndex
CREATE INDEX "letter_requests_dossier_id_created_at_idx" ON "letter_requests"("dossier_id", "created_at");

-- CreateIndex
CREATE INDEX "letter_requests_state_idx" ON "letter_requests"("state");

-- CreateIndex
CREATE UNIQUE INDEX "letter_links_token_hash_key" ON "letter_links"("token_hash");

-- CreateIndex
CREATE INDEX "letter_links_request_id_idx" ON "letter_links"("request_id");

-- CreateIndex
CREATE INDEX "letter_links_mail_id_idx" ON "letter_links"("mail_id");

-- CreateIndex
CREATE INDEX "letter_codes_request_id_created_at_idx" ON "letter_codes"("request_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "letter_confirmations_document_code_key" ON "letter_confirmations"("document_code");

-- CreateIndex
CREATE INDEX "letter_confirmations_dossier_id_idx" ON "letter_confirmations"("dossier_id");

-- AddForeignKey
ALTER TABLE "letter_requests" ADD CONSTRAINT "letter_requests_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_requests" ADD CONSTRAINT "letter_requests_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_links" ADD CONSTRAINT "letter_links_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "letter_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_codes" ADD CONSTRAINT "letter_codes_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "letter_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_confirmations" ADD CONSTRAINT "letter_confirmations_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "letter_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_reminders" ADD CONSTRAINT "letter_reminders_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "letter_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was never submitted can disappear whole, letter included; the evidence of a submitted dossier stays as it is.
CREATE FUNCTION refuse_letter_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' OR EXISTS (SELECT 1 FROM dossiers d WHERE d.id = OLD.dossier_id AND d.submitted_version > 0) THEN
    RAISE EXCEPTION 'letter of dossier % is frozen: % refused', OLD.dossier_id, TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON letter_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_letter_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON letter_confirmations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION refuse_document_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.kind::text = 'letter'
     AND NOT EXISTS (SELECT 1 FROM dossiers d WHERE d.id = OLD.dossier_id AND d.submitted_version > 0) THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.state = 'ready' OR NEW.data IS DISTINCT FROM OLD.data OR NEW.code IS DISTINCT FROM OLD.code
     OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.dossier_id IS DISTINCT FROM OLD.dossier_id THEN
    RAISE EXCEPTION 'document % is frozen: % refused', OLD.id, TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
