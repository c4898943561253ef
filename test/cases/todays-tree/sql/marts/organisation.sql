-- grain: one node and validity; a root has no parent
select _row, id, parent, level, name, valid_from, valid_to from staging.organisation
