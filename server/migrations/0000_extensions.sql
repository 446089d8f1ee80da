-- A shift is refused where another one of the same person overlaps: an exclusion over a text and a range.
CREATE EXTENSION IF NOT EXISTS btree_gist;
