-- AlterTable
ALTER TABLE "stored_files" ADD COLUMN     "is_original" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "document_imports" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "reading" JSONB NOT NULL,
    "choices" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_imports_file_id_key" ON "document_imports"("file_id");

-- CreateIndex
CREATE INDEX "document_imports_dossier_id_idx" ON "document_imports"("dossier_id");

-- CreateIndex
CREATE INDEX "document_imports_created_at_idx" ON "document_imports"("created_at");

-- AddForeignKey
ALTER TABLE "document_imports" ADD CONSTRAINT "document_imports_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_imports" ADD CONSTRAINT "document_imports_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE CASCADE ON UPDATE CASCADE;
