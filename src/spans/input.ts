/** The images among a turn's or a steer's input. */
export const countImages = (input: readonly { readonly type: string }[]): number =>
  input.filter(({ type }) => type === 'image' || type === 'localImage').length;
