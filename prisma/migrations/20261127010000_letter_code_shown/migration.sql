-- A code confirms everything that was on the screen: the text, who signs it and in what capacity, for which candidate.
-- Codes live ten minutes: those on their way at that moment are asked for again.
ALTER TABLE "letter_codes" RENAME COLUMN "text_sha256" TO "shown_sha256";
