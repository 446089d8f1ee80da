CREATE TABLE "desk_settings" (
	"desk" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "desk_settings_desk_kind_version_pk" PRIMARY KEY("desk","kind","version")
);
