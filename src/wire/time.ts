/**
 * OTLP times are 64 bits of nanoseconds since 1970, and some readers take them for signed numbers. Half of their range, in
 * milliseconds and rounded down, leaves room for a start plus a duration. It ends in the year 2112.
 */
const MAX_TIME = 4.5e12;

/** Whether the value can be a Unix time or a duration in milliseconds. Only such a value may reach a span. */
export const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= MAX_TIME;
