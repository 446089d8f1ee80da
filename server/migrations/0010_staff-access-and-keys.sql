CREATE TABLE "invitations" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"purpose" text NOT NULL,
	"until" bigint NOT NULL,
	"used_at" bigint,
	CONSTRAINT "invitations_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE "organisation_accounts" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "organisation_accounts_issuer_subject_pk" PRIMARY KEY("issuer","subject"),
	CONSTRAINT "organisation_accounts_staff_id_unique" UNIQUE("staff_id")
);
--> statement-breakpoint
CREATE TABLE "recoveries" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_role" text NOT NULL,
	"asked_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_staff_id_staff_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("staff_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_accounts" ADD CONSTRAINT "organisation_accounts_staff_id_staff_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("staff_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_staff_id_staff_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("staff_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_asked_by_staff_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("staff_id") ON DELETE cascade ON UPDATE no action;