-- When the candidates last learned of the due date: by the request, or by the mail that gave them longer.
ALTER TABLE "correction_requests" ADD COLUMN "told_at" TIMESTAMPTZ(3);
ALTER TABLE "correction_requests" DISABLE TRIGGER "frozen";
UPDATE "correction_requests" SET "told_at" = "asked_at";
ALTER TABLE "correction_requests" ENABLE TRIGGER "frozen";
ALTER TABLE "correction_requests" ALTER COLUMN "told_at" SET NOT NULL;
