select _row, month, board as organisation, level as points, 'N' || level as level from raw.survey
