CREATE TABLE "hole_alerts" (
	"desk" text NOT NULL,
	"begins" bigint NOT NULL,
	"ends" bigint NOT NULL,
	CONSTRAINT "hole_alerts_desk_begins_pk" PRIMARY KEY("desk","begins")
);
