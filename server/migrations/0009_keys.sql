CREATE TABLE "enrolment_requests" (
	"device" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"request" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_log" (
	"position" integer PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"signed" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "key_roots" (
	"public_key" text PRIMARY KEY NOT NULL,
	"in_use" boolean NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "key_roots_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1)
);
