-- Choices kept by one person are never replaced unseen by those of another.
ALTER TABLE "document_imports" ADD COLUMN "choices_version" INTEGER NOT NULL DEFAULT 0;
