import { readFile } from 'node:fs/promises';
import { format } from 'oxfmt';

const { ignorePatterns: _, ...style } = JSON.parse(
  await readFile(new URL('../.oxfmtrc.json', import.meta.url), 'utf8'),
);

/** The text of a file, as `npm run format` would leave it. Rejects if the text has an error of syntax. */
export async function formatted(path, text) {
  const { code, errors } = await format(path, text, style);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return code;
}
