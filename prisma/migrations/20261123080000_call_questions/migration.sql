-- CreateEnum
CREATE TYPE "call_question_state" AS ENUM ('asked', 'published', 'dismissed');

-- CreateTable
CREATE TABLE "call_questions" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "state" "call_question_state" NOT NULL DEFAULT 'asked',
    "asked_text" TEXT NOT NULL,
    "asker_email" TEXT,
    "client_key" CHAR(64),
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "number" INTEGER,
    "dismissed_for" TEXT,

    CONSTRAINT "call_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_answers" (
    "question_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_answers_pkey" PRIMARY KEY ("question_id","version")
);

-- CreateIndex
CREATE INDEX "call_questions_call_id_state_asked_at_idx" ON "call_questions"("call_id", "state", "asked_at");

-- CreateIndex
CREATE INDEX "call_questions_client_key_asked_at_idx" ON "call_questions"("client_key", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "call_questions_call_id_number_key" ON "call_questions"("call_id", "number");

-- AddForeignKey
ALTER TABLE "call_questions" ADD CONSTRAINT "call_questions_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_answers" ADD CONSTRAINT "call_answers_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "call_questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What all candidates were told stays readable as it was told.
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON call_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON call_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
