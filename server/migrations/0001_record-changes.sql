CREATE TABLE "record_changes" (
	"topic" text PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL
);
