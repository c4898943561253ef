-- grain: one answer
from staging.answers
