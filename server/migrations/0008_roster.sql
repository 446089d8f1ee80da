CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"staff_id" text NOT NULL,
	"team" text,
	"language" text NOT NULL,
	CONSTRAINT "calendar_feeds_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "roster_exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"first" date NOT NULL,
	"last" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_patterns" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"weekdays" integer[] NOT NULL,
	"from_time" text NOT NULL,
	"until_time" text NOT NULL,
	"regions" text[],
	"general" boolean NOT NULL,
	"team" text,
	"rotation" text,
	"people" integer NOT NULL,
	"kind" text NOT NULL,
	"exception" text
);
--> statement-breakpoint
CREATE TABLE "roster_publications" (
	"version" serial PRIMARY KEY NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text
);
--> statement-breakpoint
CREATE TABLE "roster_rotations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"teams" text[] NOT NULL,
	"anchor" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_shifts" (
	"state" text NOT NULL,
	"id" text NOT NULL,
	"staff_id" text NOT NULL,
	"begins" timestamp with time zone NOT NULL,
	"ends" timestamp with time zone NOT NULL,
	"regions" text[] NOT NULL,
	"general" boolean NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "roster_shifts_state_id_pk" PRIMARY KEY("state","id")
);
--> statement-breakpoint
CREATE TABLE "roster_swaps" (
	"id" text PRIMARY KEY NOT NULL,
	"shift" text NOT NULL,
	"in_return" text,
	"asked_by" text NOT NULL,
	"asked_of" text NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region" text,
	"members" text[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "roster_shifts_begins" ON "roster_shifts" USING btree ("state","begins");
--> statement-breakpoint
ALTER TABLE "roster_shifts" ADD CONSTRAINT "roster_shifts_span" CHECK ("begins" < "ends");
--> statement-breakpoint
ALTER TABLE "roster_shifts" ADD CONSTRAINT "roster_shifts_no_double_booking" EXCLUDE USING gist ("state" WITH =, "staff_id" WITH =, tstzrange("begins", "ends") WITH &&);
