import { readFileSync } from 'node:fs';

/** The lines of a file, without empty ones. */
export const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** The values of a file of JSON, one a line. */
export const jsonLines = (file: string): unknown[] => linesOf(file).map((line): unknown => JSON.parse(line));
