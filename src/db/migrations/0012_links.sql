-- An opportunity is found by its link, so that one that is there already is not added by hand again.
CREATE INDEX opportunities_by_link ON opportunities (json_extract(content, '$.url'));
