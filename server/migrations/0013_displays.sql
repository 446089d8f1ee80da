CREATE TABLE "displays" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"link" text NOT NULL,
	"link_until" bigint NOT NULL,
	"secret" text,
	"seen_at" bigint,
	CONSTRAINT "displays_link_unique" UNIQUE("link")
);
--> statement-breakpoint
ALTER TABLE "displays" ADD CONSTRAINT "displays_made_by_staff_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("staff_id") ON DELETE cascade ON UPDATE no action;