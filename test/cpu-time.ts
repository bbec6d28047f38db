/** Milliseconds of CPU time that this process has used: a busy machine adds none. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
