ALTER TABLE "desks" ADD COLUMN "retired_at" bigint;--> statement-breakpoint
ALTER TABLE "regions" ADD COLUMN "retired_at" bigint;