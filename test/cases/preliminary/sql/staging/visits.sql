select _row, month, board as organisation, visits, waiting_minutes from raw.visits
