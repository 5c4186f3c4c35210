-- CreateTable
CREATE TABLE "section_marks" (
    "dossier_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "assignee_id" UUID,
    "finished_by_id" UUID,
    "finished_at" TIMESTAMPTZ(3),
    "finished_version" INTEGER,

    CONSTRAINT "section_marks_pkey" PRIMARY KEY ("dossier_id","code")
);

-- CreateTable: written every half minute by whoever writes a page, and worth nothing later.
CREATE UNLOGGED TABLE "presences" (
    "dossier_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("dossier_id","code","user_id")
);

-- AddForeignKey
ALTER TABLE "section_marks" ADD CONSTRAINT "section_marks_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
