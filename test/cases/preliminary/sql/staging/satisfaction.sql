select _row, month, satisfied, status = 'p' as preliminary from raw.satisfaction
