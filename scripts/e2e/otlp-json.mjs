/** Attributes as OTLP/JSON has them, as an object. */
export const attributesOf = ({ attributes = [] }) => membersOf(attributes);

const membersOf = (list) => Object.fromEntries(list.map(({ key, value }) => [key, valueOf(value)]));

/** A value of OTLP/JSON: one member that names its type; none is null. 64-bit integers are strings there. */
export function valueOf(value) {
  const [[type, content] = []] = Object.entries(value ?? {});
  switch (type) {
    case undefined:
      return null;
    case 'intValue':
      return Number(content);
    case 'arrayValue':
      return (content.values ?? []).map(valueOf);
    case 'kvlistValue':
      return membersOf(content.values ?? []);
    default:
      return content;
  }
}
