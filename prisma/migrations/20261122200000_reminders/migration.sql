-- CreateTable
CREATE TABLE "reminders" (
    "dossier_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("dossier_id","step")
);

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
