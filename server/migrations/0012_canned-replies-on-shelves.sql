ALTER TABLE "canned_replies" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD COLUMN "owner" text;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD COLUMN "desk" text;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_owner_staff_staff_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."staff"("staff_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_desk_desks_id_fk" FOREIGN KEY ("desk") REFERENCES "public"."desks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- What a former server took from the organisation's file may have a shortcut twice.
UPDATE "canned_replies" AS later SET "shortcut" = later."shortcut" || '-' || later."position" WHERE EXISTS (SELECT 1 FROM "canned_replies" AS earlier WHERE earlier."language" = later."language" AND earlier."shortcut" = later."shortcut" AND earlier."position" < later."position");--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_shortcut" ON "canned_replies" USING btree (coalesce("owner", ''),coalesce("desk", ''),"language","shortcut");--> statement-breakpoint
ALTER TABLE "canned_replies" DROP COLUMN "position";--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_shelf" CHECK ("canned_replies"."owner" is null or "canned_replies"."desk" is null);