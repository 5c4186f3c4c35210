-- CreateTable
CREATE TABLE "official_registers" (
    "code" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "published_on" DATE NOT NULL,
    "rows" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "loaded_by_id" UUID NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "official_registers_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "registered_officials" (
    "id" BIGSERIAL NOT NULL,
    "register_code" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "held" TEXT NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "registered_officials_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "registered_officials_name_key_idx" ON "registered_officials"("name_key");

-- CreateIndex
CREATE INDEX "registered_officials_register_code_idx" ON "registered_officials"("register_code");

-- AddForeignKey
ALTER TABLE "registered_officials" ADD CONSTRAINT "registered_officials_register_code_fkey" FOREIGN KEY ("register_code") REFERENCES "official_registers"("code") ON DELETE CASCADE ON UPDATE CASCADE;
