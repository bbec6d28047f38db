/** Commands that nobody needs to be asked about. */
const HARMLESS = /^(uname|date|pwd)\b[\w .-]*$/;

/** The answer to `item/commandExecution/requestApproval`: a policy in the place of a person. */
export function approve({ commandActions }) {
  const isHarmless = commandActions?.length > 0 && commandActions.every(({ command }) => HARMLESS.test(command));
  return { decision: isHarmless ? 'accept' : 'decline' };
}
