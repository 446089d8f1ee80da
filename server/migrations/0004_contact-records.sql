CREATE TABLE "contact_records" (
	"day" date NOT NULL,
	"hour" smallint NOT NULL,
	"desk" text NOT NULL,
	"region" text,
	"language" text NOT NULL,
	"for_whom" text,
	"topics" text[] NOT NULL,
	"safety" text,
	"actions" text[] NOT NULL,
	"wait" text NOT NULL,
	"duration" text,
	"ended" text NOT NULL,
	"registration" text NOT NULL,
	"skip_reason" text,
	"helped" text,
	"safer" text,
	CONSTRAINT "contact_records_hour" CHECK ("contact_records"."hour" between 0 and 23)
);
--> statement-breakpoint
CREATE TABLE "report_key" (
	"only" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "report_key_only" CHECK ("report_key"."only" = 1)
);
--> statement-breakpoint
CREATE INDEX "contact_records_by_day" ON "contact_records" USING btree ("day");