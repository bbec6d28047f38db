// The programs around Codex on a command line, by name. A program that is in none of these lists may be a launcher.

/** The words of a list, which may have several lines. */
export const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Run the command that begins at their first word that is neither an option nor an assignment. Shell keywords count. */
export const TRANSPARENT = names(`
  exec command builtin env nohup setsid time node bun npx bunx call
  if then elif else while until do ! {
`);

/** Work on files, names or texts: a `codex` among their words is one of those. */
export const READERS = names(`
  git gh hg svn jj ls dir cat bat head tail less more grep egrep fgrep rg ag ack find fd tree du stat file wc sort diff
  cmp cp mv rm mkdir rmdir touch ln chmod chown tar zip unzip rsync scp cd pushd echo printf test [ [[ which where whereis
  type man code vim nvim vi nano emacs sed awk
`);

/** Run a script that is one of their words, beside the shells. */
export const SCRIPT_RUNNERS = names(`
  su runuser sg script ssh autossh mosh plink env eval npx npm nix-shell vagrant gcloud limactl devpod flock watch
  parallel xargs
`);

/** Run a command in a container, if one of {@link CONTAINER_VERBS} is among their words. */
export const CONTAINER_TOOLS = names(`
  docker docker-compose podman podman-compose nerdctl finch container kubectl oc buildah apptainer singularity
`);

export const CONTAINER_VERBS = names('run exec start attach shell debug create');
