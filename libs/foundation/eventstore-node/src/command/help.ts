/** What `--help` says, for the program and for each command. */
export const help = {
  program: `zeren-eventstore [start] --dir FOLDER [OPTION ...]   run a node
zeren-eventstore verify    --dir FOLDER                check every record
zeren-eventstore backup    --dir FOLDER --to FOLDER    copy the data, also while a node runs
zeren-eventstore restore   --from FOLDER --dir FOLDER  make a data folder from a backup
zeren-eventstore scavenge  --dir FOLDER                remove for good what was truncated or deleted

zeren-eventstore COMMAND --help    says more
zeren-eventstore --version

Exit codes: 0 done, 1 failed or damaged, 2 wrong usage.
`,
  start: `zeren-eventstore [start] --dir FOLDER [OPTION ...]

Runs a node until SIGTERM, SIGINT or the end of the process that forked it; a second signal ends it at once.
The first line on standard output is JSON: {"ready":true,"port":2113,...} or {"ready":false,"code":"...","message":"..."}.

  --dir FOLDER           where the events are; made when absent
  --port N               where gRPC calls come in; 0 takes any free port (2113)
  --host ADDRESS         the address to listen on; 0.0.0.0 serves every network (127.0.0.1)
  --http-port N          health, metrics and scavenging over HTTP, on 127.0.0.1; 0: none (0)
  --http-host ADDRESS    another address for these (127.0.0.1)
  --tls-cert FILE        certificate with its chain, PEM
  --tls-key FILE         its key, PEM
  --tls-dev              makes an authority and a certificate on the first start, in FOLDER/tls
  --accounts FILE        JSON, {"name":"password"}; nobody else may read the file
  --dev-accounts         admin/changeit and ops/changeit, for development only
  --max-append-bytes N   how much one append may carry (1048576)
  --log FORM             json, text or off, on standard error (json)
  --log-level LEVEL      info, debug, warn or error (info)
`,
  verify: `zeren-eventstore verify --dir FOLDER

Reads every record and everything kept beside them, and names the first bad position. No node may run on the folder.
`,
  backup: `zeren-eventstore backup --dir FOLDER --to FOLDER

Copies the data as it is at one moment, also while a node runs on it, and checks the copy.
The folder to copy to must be empty or absent.
`,
  restore: `zeren-eventstore restore --from FOLDER --dir FOLDER

Makes a data folder from a backup and checks it. The folder must be empty or absent; nothing stays there on failure.
`,
  scavenge: `zeren-eventstore scavenge --dir FOLDER

Removes for good what was truncated or deleted, on a folder on which no node runs.
A running node does it on POST /scavenge to its HTTP port.
`,
} as const;
