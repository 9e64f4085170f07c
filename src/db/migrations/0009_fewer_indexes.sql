-- Nothing reads lists by opportunity, and to keep them in that order too took most of the time of writing them.
DROP INDEX matches_by_opportunity;
