-- What the examination of a received PDF found about its electronic signatures.
ALTER TABLE "stored_files" ADD COLUMN "signatures" JSONB NOT NULL DEFAULT '[]';
