import { setAttributesOf } from '../../src/spans/attributes.js';
import type { Facts } from '../../src/session/facts/index.js';

/** The attributes that a span gets of its facts. */
export function attributesOf(facts: Facts): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  setAttributesOf({ setAttribute: (name, value) => (attributes[name] = value) }, facts);
  return attributes;
}
