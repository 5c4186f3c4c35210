-- What one person did lately, to say « too often »: pages saved by the thousand are left out, so that saving costs nothing more.
CREATE INDEX "journal_actor_id_act_at_idx" ON "journal" ("actor_id", "act", "at") WHERE "act" <> 'editDossier' AND "act" <> 'correctSection';
