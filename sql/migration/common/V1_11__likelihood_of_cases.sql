-- How likely the likeliest contact of a case is the person, from 0 to 1: the cases to look at first. NULL in cases from before.
ALTER TABLE review_case ADD COLUMN likelihood DOUBLE;
