CREATE TABLE "audit_log" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"by" text,
	"act" text NOT NULL,
	"about" text NOT NULL,
	"reason" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_log_by" ON "audit_log" USING btree ("by");--> statement-breakpoint
CREATE INDEX "audit_log_act" ON "audit_log" USING btree ("act");