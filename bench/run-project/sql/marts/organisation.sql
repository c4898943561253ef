-- grain: one node
from staging.organisation
