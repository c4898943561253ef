select *, visit / 2 as half from staging.visits
