import { project } from '../../src/events/projection/project.js';
import type { Facts } from '../../src/session/facts/index.js';

/** The types of the events of a span with these facts. */
export const typesOf = (facts: Facts) => project(facts).map(({ event_type }) => event_type);

/** The parameters of the events of a span with these facts. */
export const paramsOf = (facts: Facts) => project(facts).map(({ event_params }) => event_params);
