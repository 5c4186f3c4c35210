-- Trigram search on the folded words of dossiers.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Numbers given at the first submission. A sequence never waits for another transaction; a gap is harmless.
CREATE SEQUENCE dossier_number;

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('receipt', 'dossier', 'charter');

-- CreateEnum
CREATE TYPE "document_state" AS ENUM ('preparing', 'ready');

-- CreateEnum
CREATE TYPE "dossier_status" AS ENUM ('draft', 'submitted', 'admissible', 'inadmissible', 'laureate', 'reserve', 'notSelected');

-- CreateEnum
CREATE TYPE "member_role" AS ENUM ('lead', 'contributor');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'kept', 'failed');

-- CreateEnum
CREATE TYPE "eligibility_verdict" AS ENUM ('eligible', 'ineligible');

-- CreateEnum
CREATE TYPE "admissibility_verdict" AS ENUM ('admissible', 'inadmissible');

-- CreateEnum
CREATE TYPE "finding" AS ENUM ('met', 'partial', 'unmet');

-- CreateEnum
CREATE TYPE "selection_status" AS ENUM ('open', 'frozen', 'released');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('laureate', 'reserve', 'notSelected');

-- CreateEnum
CREATE TYPE "mission_role" AS ENUM ('reviewer', 'committee', 'chair', 'administrator');

-- CreateTable
CREATE TABLE "calls" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "definition_sha256" CHAR(64) NOT NULL,
    "fictitious" BOOLEAN NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_definitions" (
    "sha256" CHAR(64) NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_definitions_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "issued_documents" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "document_kind" NOT NULL,
    "dossier_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "state" "document_state" NOT NULL DEFAULT 'preparing',
    "file_id" UUID,
    "sha256" CHAR(64),
    "seal" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),

    CONSTRAINT "issued_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossiers" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "number" TEXT,
    "status" "dossier_status" NOT NULL DEFAULT 'draft',
    "siren" CHAR(9) NOT NULL,
    "organisation_kind" TEXT NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "territory_name" TEXT NOT NULL DEFAULT '',
    "population" INTEGER,
    "category_code" TEXT,
    "search_text" TEXT NOT NULL DEFAULT '',
    "submitted_version" INTEGER NOT NULL DEFAULT 0,
    "submitted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dossiers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_members" (
    "dossier_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "member_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dossier_members_pkey" PRIMARY KEY ("dossier_id","user_id")
);

-- CreateTable
CREATE TABLE "dossier_sections" (
    "dossier_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID NOT NULL,

    CONSTRAINT "dossier_sections_pkey" PRIMARY KEY ("dossier_id","code")
);

-- CreateTable
CREATE TABLE "dossier_versions" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "definition_sha256" CHAR(64) NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dossier_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "dossier_id" UUID,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "pages" INTEGER NOT NULL,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_chunks" (
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "file_chunks_pkey" PRIMARY KEY ("file_id","position")
);

-- CreateTable
CREATE TABLE "page_images" (
    "file_id" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "page_images_pkey" PRIMARY KEY ("file_id","page")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "act" TEXT NOT NULL,
    "actor_id" UUID,
    "call_id" UUID,
    "dossier_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "dossier_id" UUID,
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "eligibilities" (
    "dossier_id" UUID NOT NULL,
    "verdict" "eligibility_verdict" NOT NULL,
    "proposal" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "eligibilities_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateTable
CREATE TABLE "admissibilities" (
    "dossier_id" UUID NOT NULL,
    "verdict" "admissibility_verdict" NOT NULL,
    "reason" TEXT NOT NULL,
    "points" JSONB NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "admissibilities_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateTable
CREATE TABLE "category_changes" (
    "dossier_id" UUID NOT NULL,
    "chosen_code" TEXT,
    "fixed_code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "category_changes_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "dossier_version" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "delivered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_findings" (
    "review_id" UUID NOT NULL,
    "criterion_code" TEXT NOT NULL,
    "finding" "finding",
    "comment" TEXT NOT NULL DEFAULT '',
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "appreciation" INTEGER,

    CONSTRAINT "review_findings_pkey" PRIMARY KEY ("review_id","criterion_code")
);

-- CreateTable
CREATE TABLE "recusals" (
    "dossier_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recusals_pkey" PRIMARY KEY ("dossier_id","user_id")
);

-- CreateTable
CREATE TABLE "settled_findings" (
    "dossier_id" UUID NOT NULL,
    "criterion_code" TEXT NOT NULL,
    "finding" "finding" NOT NULL,
    "reason" TEXT NOT NULL,
    "settled_by_id" UUID NOT NULL,
    "settled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settled_findings_pkey" PRIMARY KEY ("dossier_id","criterion_code")
);

-- CreateTable
CREATE TABLE "selections" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "category_code" TEXT NOT NULL,
    "status" "selection_status" NOT NULL DEFAULT 'open',
    "board" JSONB,
    "board_sha256" CHAR(64),
    "frozen_by_id" UUID,
    "frozen_at" TIMESTAMPTZ(3),
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "selections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_moves" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "place" "outcome",
    "reason" TEXT NOT NULL,
    "moved_by_id" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "board_moves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "dossier_id" UUID NOT NULL,
    "outcome" "outcome" NOT NULL,
    "rank" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,
    "released_by_id" UUID NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "email_verified" TIMESTAMPTZ(3),
    "persona" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_requests" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "code_hash" CHAR(64) NOT NULL,
    "link_hash" CHAR(64) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grants" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "mission_role" NOT NULL,
    "call_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grants_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calls_code_key" ON "calls"("code");

-- CreateIndex
CREATE UNIQUE INDEX "issued_documents_code_key" ON "issued_documents"("code");

-- CreateIndex
CREATE UNIQUE INDEX "issued_documents_file_id_key" ON "issued_documents"("file_id");

-- CreateIndex
CREATE INDEX "issued_documents_dossier_id_kind_idx" ON "issued_documents"("dossier_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "dossiers_number_key" ON "dossiers"("number");

-- CreateIndex
CREATE INDEX "dossiers_call_id_status_submitted_at_idx" ON "dossiers"("call_id", "status", "submitted_at");

-- CreateIndex
CREATE INDEX "dossiers_call_id_category_code_status_idx" ON "dossiers"("call_id", "category_code", "status");

-- CreateIndex
CREATE INDEX "dossiers_call_id_organisation_name_id_idx" ON "dossiers"("call_id", "organisation_name", "id");

-- CreateIndex
CREATE INDEX "dossiers_search_text_idx" ON "dossiers" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "dossiers_call_id_siren_key" ON "dossiers"("call_id", "siren");

-- CreateIndex
CREATE INDEX "dossier_members_user_id_idx" ON "dossier_members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_versions_dossier_id_version_key" ON "dossier_versions"("dossier_id", "version");

-- CreateIndex
CREATE INDEX "stored_files_dossier_id_idx" ON "stored_files"("dossier_id");

-- CreateIndex
CREATE INDEX "stored_files_sha256_idx" ON "stored_files"("sha256");

-- CreateIndex
CREATE INDEX "journal_dossier_id_id_idx" ON "journal"("dossier_id", "id");

-- CreateIndex
CREATE INDEX "journal_call_id_id_idx" ON "journal"("call_id", "id");

-- CreateIndex
CREATE INDEX "mails_to_address_created_at_idx" ON "mails"("to_address", "created_at");

-- CreateIndex
CREATE INDEX "mails_dossier_id_idx" ON "mails"("dossier_id");

-- CreateIndex
CREATE INDEX "reviews_reviewer_id_idx" ON "reviews"("reviewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_dossier_id_reviewer_id_key" ON "reviews"("dossier_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "recusals_user_id_idx" ON "recusals"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "selections_call_id_category_code_key" ON "selections"("call_id", "category_code");

-- CreateIndex
CREATE INDEX "board_moves_dossier_id_moved_at_idx" ON "board_moves"("dossier_id", "moved_at");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_requests_link_hash_key" ON "sign_in_requests"("link_hash");

-- CreateIndex
CREATE INDEX "sign_in_requests_email_created_at_idx" ON "sign_in_requests"("email", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "role_grants_user_id_role_call_id_key" ON "role_grants"("user_id", "role", "call_id");

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_definition_sha256_fkey" FOREIGN KEY ("definition_sha256") REFERENCES "call_definitions"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_members" ADD CONSTRAINT "dossier_members_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_members" ADD CONSTRAINT "dossier_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_sections" ADD CONSTRAINT "dossier_sections_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_versions" ADD CONSTRAINT "dossier_versions_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_chunks" ADD CONSTRAINT "file_chunks_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_images" ADD CONSTRAINT "page_images_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "eligibilities" ADD CONSTRAINT "eligibilities_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admissibilities" ADD CONSTRAINT "admissibilities_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_changes" ADD CONSTRAINT "category_changes_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_findings" ADD CONSTRAINT "review_findings_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settled_findings" ADD CONSTRAINT "settled_findings_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "selections" ADD CONSTRAINT "selections_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_moves" ADD CONSTRAINT "board_moves_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Pieces of files are already compressed: store them outside the row, as they are.
ALTER TABLE file_chunks ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE page_images ALTER COLUMN content SET STORAGE EXTERNAL;

-- What was published, submitted, decided or recorded never changes, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is frozen: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON call_definitions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON dossier_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON board_moves FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE ON stored_files FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE ON file_chunks FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Emptying a whole table fires no row trigger.
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON call_definitions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON dossier_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON board_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A document's data is frozen when it is ordered, and everything about it once it is ready.
CREATE FUNCTION refuse_document_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'ready' OR NEW.data IS DISTINCT FROM OLD.data OR NEW.code IS DISTINCT FROM OLD.code
     OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.dossier_id IS DISTINCT FROM OLD.dossier_id THEN
    RAISE EXCEPTION 'document % is frozen: % refused', OLD.id, TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON issued_documents FOR EACH ROW EXECUTE FUNCTION refuse_document_change();

-- A file that was submitted stays for ever.
CREATE FUNCTION refuse_submitted_file_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM dossier_versions v, jsonb_array_elements(v.snapshot -> 'files') f
             WHERE v.dossier_id = OLD.dossier_id AND f ->> 'fileId' = OLD.id::text) THEN
    RAISE EXCEPTION 'file % was submitted: it stays', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER submitted_stays BEFORE DELETE ON stored_files FOR EACH ROW EXECUTE FUNCTION refuse_submitted_file_removal();
