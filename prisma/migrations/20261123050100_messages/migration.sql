-- CreateEnum
CREATE TYPE "message_side" AS ENUM ('candidate', 'mission');

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "side" "message_side" NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_readings" (
    "dossier_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "side" "message_side" NOT NULL,
    "read_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_readings_pkey" PRIMARY KEY ("dossier_id","user_id")
);

-- CreateIndex
CREATE INDEX "messages_dossier_id_at_idx" ON "messages"("dossier_id", "at");

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_readings" ADD CONSTRAINT "message_readings_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_readings" ADD CONSTRAINT "message_readings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was written stays as it was written. It only goes with its dossier, which can be deleted while it was never submitted.
CREATE FUNCTION refuse_change_while_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM dossiers d WHERE d.id = OLD.dossier_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'table % is frozen: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON messages FOR EACH ROW EXECUTE FUNCTION refuse_change_while_dossier();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON messages FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
