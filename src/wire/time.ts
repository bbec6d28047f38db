/**
 * OTLP times are 64 bits of nanoseconds since 1970. Half of that range, in milliseconds and rounded down, leaves room for
 * a start plus a duration, and for signed numbers. It ends in the year 2255.
 */
const MAX_TIME = 9e12;

/** Whether the value can be a Unix time or a duration in milliseconds. Only such a value may reach a span. */
export const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= MAX_TIME;
