// Turns the zod schemas of events into straight-line code that fits a value to its schema and reports what does not fit.

const text = JSON.stringify;

export class ValidatorWriter {
  #functions = new Map();
  #names = new Map();
  #code = [];

  /** The name of the function that checks a schema. A function is named by the first path to it, so its name stays. */
  check(schema, path) {
    const known = this.#functions.get(schema);
    if (known !== undefined) return known;
    const { innerType } = schema._zod.def;
    const name = this.#named(this.#codeOf(schema, path), innerType ? `${this.check(innerType, path)}OrNull` : path);
    this.#functions.set(schema, name);
    return name;
  }

  code = () => this.#code.join('\n\n');

  /** Equal code has one name. */
  #named(code, path) {
    if (/^\w+$/.test(code)) return code;
    const known = this.#names.get(code);
    if (known !== undefined) return known;
    const taken = new Set(this.#names.values());
    let name = path;
    for (let n = 2; taken.has(name); n++) name = `${path}_${n}`;
    this.#names.set(code, name);
    this.#code.push(`const ${name} = ${code};`);
    return name;
  }

  #codeOf(schema, path) {
    const { type, values, entries, innerType, element, options, keyType, valueType, checks } = schema._zod.def;
    switch (type) {
      case 'object':
        return this.#object(schema._zod.def, path);
      case 'nullable':
        return `(value, place, misfits, name) => value === null ? null : ${this.check(innerType, path)}(value, place, misfits, name)`;
      case 'null':
        return 'oneOf([null])';
      case 'boolean':
        return 'boolean';
      case 'literal':
        return `oneOf(${text(values)})`;
      case 'enum':
        return `oneOf(${text(Object.values(entries))})`;
      case 'string':
        return this.#string(schema);
      case 'number':
        return this.#number(schema._zod.def);
      case 'array':
        return `listOf(${this.check(element, path)})`;
      case 'union':
        return this.#union(options, path);
      case 'record':
        return `recordOf(${patternOf(keyType)}, ${this.check(valueType, path)}${checks ? ', 1' : ''})`;
      default:
        throw new Error(`No code validates a schema of the type ${type} yet.`);
    }
  }

  #object({ shape, catchall }, path) {
    if (catchall?._zod.def.type !== 'never') throw new Error('No code validates an object with other members yet.');
    const members = Object.entries(shape).map(
      ([key, schema]) =>
        `${key}: ${this.check(schema, `${path}_${key}`.replace('_event_params_', '_'))}(value.${key}, place, misfits, ${text(key)})`,
    );
    return `(value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone({ ${members.join(', ')} }, ${members.length}, value, place, misfits);
}`;
  }

  /** Null, if it is one of the options, is looked for first: it fits no other. */
  #union(options, path) {
    const [nulls, others] = [true, false].map((is) =>
      options.filter((option) => (option._zod.def.type === 'null') === is),
    );
    const union = `anyOf([${[...others, ...nulls].map((option) => this.check(option, path)).join(', ')}])`;
    if (nulls.length === 0) return union;
    return `(value, place, misfits, name) => value === null ? null : ${this.#named(union, path)}(value, place, misfits, name)`;
  }

  #string(schema) {
    const [rule, ...others] = rulesOf(schema);
    if (rule?.check === 'custom' && others.length === 0) return 'text';
    return `matching(${patternOf(schema)})`;
  }

  #number(def) {
    const [rule, ...others] = rulesOf({ _zod: { def } });
    if (def.format !== 'safeint' || others.length > 0) throw new Error('No code validates such a number yet.');
    if (rule === undefined) return 'integer';
    if (rule.check === 'greater_than' && rule.inclusive && rule.value === 0) return 'count';
    throw new Error(`No code makes the check ${rule.check} yet.`);
  }
}

const rulesOf = ({ _zod: { def } }) => (def.checks ?? []).map((check) => check._zod.def);

/** The only rule of a string: a pattern. */
function patternOf(schema) {
  const [rule, ...others] = rulesOf(schema);
  if (rule?.format !== 'regex' || others.length > 0) throw new Error('No code makes such a check of a string yet.');
  return String(rule.pattern);
}
