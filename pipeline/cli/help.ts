export const HELP = `Målbild: from extracts to a site a politician can read

  malbild run        run the pipeline: read the extracts, publish an edition
  malbild check      read the project's files and list every problem in them; publish nothing
  malbild serve      serve the published site
  malbild schedule   run whenever the project's schedule says so, until stopped
  malbild start      run, then serve
  malbild dev        show the pages while the project's files are changed: what is saved is seen at once; publish nothing
  malbild rejects    list the records that are in no figure: file, line, rule, column and what stood there
  malbild new source FILE
                     draft a declaration from a file: sources/<id>/source.yaml, with what a person must decide marked
  malbild spc FILE   judge series of figures, given as JSON: process limits, special causes, assurance
  malbild audit DIR|TABLE
                     prove that no hidden number follows from those that an edition, an audience's tree or a CSV table shows, or say
                     which do; what a table adds up to is said in <table>.yaml beside it
  malbild preview METRIC
                     show a metric's figures as they would be published, in the terminal; --by DIMENSION or --by board: the
                     latest period by member; --html: write its page instead, and print where
  malbild diff       list the statuses and figures that a run would move, largest differences first; --exit-code: 1 if any
  malbild schemas    write schemas/*.json, with which editors complete and check malbild.yaml, sources and plans
  malbild new metric write sql/metrics/<id>.sql from answers at the terminal, or from --id, --name, --question, --mart, --time,
                     --numerator and --denominator or --measure, --unit, --desired, and if wanted --where, --population, --breakdowns,
                     --target with --by, --decided-by and --decided
  malbild template assessments --board ID --period P
                     write the form (XLSX) for a board's assessments of a period, with the outcomes shown
  malbild template plan [--from PLAN]
                     write the workbook (XLSX) that a plan is written in, empty or filled in with a plan there is
  malbild new plan FILE
                     write sources/plans/<plan>/<version>.yaml from such a workbook, or say what is wrong by sheet and cell
  malbild editions   list the editions that are kept, the latest first, and which one readers see
  malbild rollback EDITION
                     let readers see an earlier edition, by its id or its beginning, until the next run
  malbild withdraw EDITION --by WHO --reason WHY
                     take away an edition with an error or a leak, for good; a page that says why stands in its place
  malbild reported FOLLOW-UP METRIC
                     show what a follow-up reported of a metric, beside what is published now
  malbild explain METRIC PERIOD [DIMENSION=MEMBER …]
                     walk a published figure back to its SQL, extracts and lines, with the rejects that could have counted;
                     --window ytd: of the year to date; --audience internal: to the lines
  malbild approve FOLLOW-UP --by WHO --date DATE --paragraph P
                     write in malbild.yaml that a follow-up is approved; the next edition lists it publicly
  malbild help       show this

  --project DIR      the municipality's folder (default: this folder)
  --out DIR          where editions are kept (default: dist in the project)
  --as-of DATE       run, start: as if today were DATE; only what was received and adopted by then exists
  --audience WHO     serve, start, dev: public (default, port 8080) or internal (port 8081, this machine only); PORT=n chooses another
  --require-header H serve: answer only requests with this header, which the proxy of a sign-on sets, as X-Forwarded-User
  --rehash           run, schedule, start: read every extract again, also those whose size and time are as they were
  --fetch            run, start: fetch the sources that are fetched, also those that were today
  --offline          run, schedule, start: fetch nothing; what came before is all there is
  --id ID            new: the source's id and folder (default: from the file's name); rejects: one source's alone
  --board ID         template: a board, or '*' for what belongs to the whole municipality alone
  --period P         template: 2026, 2026-T2, 2026-08
  --from PLAN        template plan: the plan that it is filled in with, its latest version
  --json             run, check, rejects, editions, reported, explain, audit: the result as JSON

  Exit: 0 done, 1 failed or held, 2 wrong usage.
`;
