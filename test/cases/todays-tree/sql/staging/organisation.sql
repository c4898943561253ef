select _row, id, parent, level, name, valid_from, valid_to, successor from raw.organisation
