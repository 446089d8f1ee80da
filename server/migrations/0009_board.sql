CREATE TABLE "board_thresholds" (
	"desk_id" text PRIMARY KEY NOT NULL,
	"thresholds" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarter_counts" (
	"weekday" integer NOT NULL,
	"quarter" integer NOT NULL,
	"mean" double precision NOT NULL,
	"days" integer NOT NULL,
	"through" text NOT NULL,
	CONSTRAINT "quarter_counts_weekday_quarter_pk" PRIMARY KEY("weekday","quarter")
);
--> statement-breakpoint
ALTER TABLE "board_thresholds" ADD CONSTRAINT "board_thresholds_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE cascade ON UPDATE no action;