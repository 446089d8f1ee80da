CREATE TABLE "debriefs" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"taken_by" text
);
--> statement-breakpoint
ALTER TABLE "debriefs" ADD CONSTRAINT "debriefs_staff_id_staff_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("staff_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debriefs" ADD CONSTRAINT "debriefs_taken_by_staff_staff_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."staff"("staff_id") ON DELETE set null ON UPDATE no action;