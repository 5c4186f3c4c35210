-- CreateEnum
CREATE TYPE "deposit_channel" AS ENUM ('email', 'paper', 'hand');

-- CreateEnum
CREATE TYPE "assistance_state" AS ENUM ('entering', 'awaiting', 'confirmed', 'refused');

-- CreateTable
CREATE TABLE "assisted_deposits" (
    "dossier_id" UUID NOT NULL,
    "channel" "deposit_channel" NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "reference" TEXT NOT NULL,
    "contact_email" TEXT NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "original_file_id" UUID,
    "state" "assistance_state" NOT NULL DEFAULT 'entering',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deposited_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "assisted_deposits_pkey" PRIMARY KEY ("dossier_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assisted_deposits_original_file_id_key" ON "assisted_deposits"("original_file_id");

-- AddForeignKey
ALTER TABLE "assisted_deposits" ADD CONSTRAINT "assisted_deposits_dossier_id_fkey" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assisted_deposits" ADD CONSTRAINT "assisted_deposits_original_file_id_fkey" FOREIGN KEY ("original_file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How and when a dossier was received is evidence: nobody makes one early or late afterwards.
CREATE FUNCTION refuse_reception_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'entering' THEN RETURN OLD; END IF;
  ELSIF NEW.dossier_id = OLD.dossier_id AND NEW.channel = OLD.channel AND NEW.received_at = OLD.received_at AND NEW.reference = OLD.reference
     AND NEW.entered_by_id = OLD.entered_by_id AND NEW.created_at = OLD.created_at
     AND (OLD.state = 'entering' OR (NEW.state <> 'entering' AND NEW.original_file_id = OLD.original_file_id AND NEW.deposited_at = OLD.deposited_at)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the reception of dossier % is frozen: % refused', OLD.dossier_id, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON assisted_deposits FOR EACH ROW EXECUTE FUNCTION refuse_reception_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON assisted_deposits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
