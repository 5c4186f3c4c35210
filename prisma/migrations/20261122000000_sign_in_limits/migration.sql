-- AlterTable
ALTER TABLE "sign_in_requests" ADD COLUMN     "client_key" CHAR(64),
ADD COLUMN     "known_browser" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "sign_in_requests_client_key_created_at_idx" ON "sign_in_requests"("client_key", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_requests_created_at_idx" ON "sign_in_requests"("created_at");
