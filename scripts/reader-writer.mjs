// Turns zod schemas into straight-line code that reads a value as the schema does: the same result, or NONE.

const isSchema = (value) => value?._zod !== undefined;

export class ReaderWriter {
  #functions = new Map();
  #imports;
  #bodies = new Map();
  /** The function that is being written, and the member that is read there: they name what is written for that member. */
  #scope = { name: 'read', ids: 0, member: '' };

  /** @param modules Functions that schemas call, by their names, and where the code imports them from. */
  constructor(modules) {
    this.#imports = modules.map(({ from, names }) => ({ from, names: Object.entries(names), used: new Set() }));
  }

  /** Gives a schema a reader whose body is written here. Functions are named by the first path to them, so names stay. */
  define(schema, name, bodyOf) {
    const outer = this.#scope;
    const words = `${outer.name}_${name}`.replaceAll(/\W+/g, '_');
    let reader = words;
    for (let n = 2; this.#bodies.has(reader); n++) reader = `${words}_${n}`;
    this.#functions.set(schema, reader);
    this.#bodies.set(reader, '');
    this.#scope = { name: reader, ids: 0, member: '' };
    this.#bodies.set(reader, `function ${reader}(value) {${bodyOf('value')}}`);
    this.#scope = outer;
    return reader;
  }

  /** The name of the function that reads a schema. */
  reader(schema, name = this.#scope.member) {
    const known = this.#functions.get(schema);
    if (known !== undefined) return known;
    return this.define(schema, name, (value) => {
      if (schema._zod.def.type === 'object') return this.#object(schema, value);
      const out = this.#local();
      return `let ${out};\n${this.#inline(schema, value, out, 'return NONE')}\nreturn ${out};`;
    });
  }

  /** The code of all readers so far. */
  code() {
    const imports = this.#imports
      .filter(({ used }) => used.size > 0)
      .map(({ from, used }) => `import { ${[...used].sort().join(', ')} } from '${from}';`);
    return `${imports.join('\n')}

/** Stands for a value that does not decode: undefined is the value of an absent member. */
const NONE = Symbol('none');

const exported = (read) => (value) => {
  const result = read(value);
  return result === NONE ? undefined : result;
};

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

${[...this.#bodies.values()].join('\n\n')}`;
  }

  #local = () => `v${++this.#scope.ids}`;
  #label = () => `l${++this.#scope.ids}`;

  /** The name under which the code calls a function of the schemas. */
  #called(fn) {
    for (const { names, used } of this.#imports) {
      const [name] = names.find(([, each]) => each === fn) ?? [];
      if (name === undefined) continue;
      used.add(name);
      return name;
    }
    throw new Error(`A schema calls a function without a name: ${fn}. Export it from a module without zod.`);
  }

  /** Straight-line code that leaves what the schema makes of `value` in `out`, or leaves by the statement `fail`. */
  #read(schema, value, out, fail) {
    return this.#functions.has(schema) ? this.#call(schema, value, out, fail) : this.#inline(schema, value, out, fail);
  }

  #inline(schema, value, out, fail) {
    const { def } = schema._zod;
    const test = this.#test(schema, value);
    if (test === 'true') return `${out} = ${value};`;
    // The value of a literal is the code's own: the message's would be one more string for each item that is kept.
    const result = def.type === 'literal' && def.values.length === 1 ? constant(def.values[0]) : value;
    if (test !== undefined) return `if (!(${test})) ${fail};\n${out} = ${result};`;
    return `${this.#convert(schema, value, out, fail)}${this.#checks(def, out, fail)}`;
  }

  #call(schema, value, out, fail) {
    return `${out} = ${this.reader(schema)}(${value});\nif (${out} === NONE) ${fail};`;
  }

  #convert(schema, value, out, fail) {
    const { def } = schema._zod;
    const orElse = (test, result, inner) =>
      `if (${value} === ${test}) ${out} = ${result};\nelse {\n${this.#read(inner, value, out, fail)}\n}`;
    switch (def.type) {
      case 'string':
        return `if (typeof ${value} !== 'string') ${fail};\n${out} = ${value};`;
      case 'object':
        return this.#call(schema, value, out, fail);
      case 'nullable':
        return orElse('null', 'null', def.innerType);
      case 'optional':
        return orElse('undefined', 'undefined', def.innerType);
      case 'default':
        return orElse('undefined', constant(def.defaultValue), def.innerType);
      case 'pipe':
        return this.#pipe(def, value, out, fail);
      case 'catch':
        return this.#catch(def, value, out);
      case 'union':
        return this.#union(def, value, out, fail);
      case 'array':
        return this.#array(def, value, out, fail);
      case 'record':
        return this.#record(def, value, out, fail);
      default:
        throw new Error(`No code reads a schema of the type ${def.type} yet.`);
    }
  }

  #object(schema, value) {
    const { shape, catchall } = schema._zod.def;
    if (isSchema(catchall)) throw new Error('No code reads an object with other members yet.');
    const lines = [`if (!isObject(${value})) return NONE;`];
    const members = Object.entries(shape).map(([name, member]) => {
      this.#scope.member = name;
      const [given, out] = [this.#local(), this.#local()];
      const simple = this.#expression(member, given);
      lines.push(`const ${given} = ${value}[${JSON.stringify(name)}];`);
      // Any value is accepted, but a value must be there.
      if (member._zod.def.type === 'unknown')
        lines.push(`if (${given} === undefined && !(${JSON.stringify(name)} in ${value})) return NONE;`);
      if (simple === undefined) lines.push(`let ${out};`, this.#read(member, given, out, 'return NONE'));
      else lines.push(`const ${out} = ${simple};`);
      return `${JSON.stringify(name)}: ${out}`;
    });
    const out = this.#local();
    lines.push(`const ${out} = { ${members.join(', ')} };`, this.#checks(schema._zod.def, out, 'return NONE'));
    return `${lines.join('\n')}return ${out};`;
  }

  /** The schema as one expression, where it cannot fail. */
  #expression(schema, value) {
    if (this.#functions.has(schema)) return undefined;
    const { type, innerType, ...def } = schema._zod.def;
    if (this.#test(schema, value) === 'true') return value;
    if (type === 'pipe' && this.#test(def.in, value) === 'true')
      return `${this.#called(def.out._zod.def.transform)}(${value})`;
    if (type !== 'catch') return undefined;
    const test = this.#test(innerType, value);
    return test === undefined ? undefined : `${test} ? ${value} : ${constant(caught(def))}`;
  }

  #pipe({ in: inner, out: outer }, value, out, fail) {
    const { type, transform } = outer._zod.def;
    if (type !== 'transform') throw new Error('A pipe into a schema is not read yet.');
    const between = this.#local();
    return `let ${between};\n${this.#read(inner, value, between, fail)}\n${out} = ${this.#called(transform)}(${between});`;
  }

  #catch(def, value, out) {
    const [done, failed] = [this.#label(), this.#label()];
    const inner = this.#read(def.innerType, value, out, `break ${failed}`);
    return `${done}: {\n${failed}: {\n${inner}\nbreak ${done};\n}\n${out} = ${constant(caught(def))};\n}\n`;
  }

  #union({ options }, value, out, fail) {
    const done = this.#label();
    const tried = options.map((option) => {
      const next = this.#label();
      return `${next}: {\n${this.#read(option, value, out, `break ${next}`)}\nbreak ${done};\n}`;
    });
    return `${done}: {\n${tried.join('\n')}\n${fail};\n}\n`;
  }

  #array({ element, checks }, value, out, fail) {
    if (checks?.length > 0) throw new Error('No code checks the length of an array yet.');
    const [each, made, index] = [this.#local(), this.#local(), this.#local()];
    const body = this.#read(element, each, made, fail);
    // A list that grows has room for 17 elements from the first one on, and most lists have one.
    return `if (!Array.isArray(${value})) ${fail};
      ${out} = new Array(${value}.length);
      for (let ${index} = 0; ${index} < ${value}.length; ${index}++) {
        const ${each} = ${value}[${index}];
        let ${made};
        ${body}
        ${out}[${index}] = ${made};
      }`;
  }

  #record({ keyType, valueType }, value, out, fail) {
    const [key, each, made] = [this.#local(), this.#local(), this.#local()];
    if (this.#test(keyType, key) !== `typeof ${key} === 'string'`)
      throw new Error('No code checks the keys of a record yet.');
    const body = this.#read(valueType, each, made, fail);
    return `if (!isObject(${value})) ${fail};
      ${out} = {};
      for (const ${key} of Object.keys(${value})) {
        if (${key} === '__proto__') continue;
        const ${each} = ${value}[${key}];
        let ${made};
        ${body}
        ${out}[${key}] = ${made};
      }`;
  }

  /** The checks of a schema that a test cannot express, in their order. */
  #checks({ checks = [] }, out, fail) {
    return checks
      .map((check) => {
        const { check: kind, fn, tx, minimum } = check._zod.def;
        if (kind === 'custom') return `if (!${this.#called(fn)}(${out})) ${fail};\n`;
        if (kind === 'overwrite') return `${out} = ${this.#called(tx)}(${out});\n`;
        if (kind === 'min_length') return `if (${out}.length < ${minimum}) ${fail};\n`;
        throw new Error(`No code makes the check ${kind} yet.`);
      })
      .join('');
  }

  /** An expression that is true for the values that the schema lets through as they are; undefined if it may change one. */
  #test(schema, value) {
    const { def } = schema._zod;
    const all = (first) => {
      const tests = (def.checks ?? []).map((check) => this.#checkTest(check._zod.def, value));
      return tests.includes(undefined) ? undefined : [first, ...tests].join(' && ');
    };
    const anyOf = (tests) => {
      if (tests.includes('true')) return 'true';
      return tests.includes(undefined) ? undefined : `(${tests.join(' || ')})`;
    };
    switch (def.type) {
      case 'string':
      case 'boolean':
        return all(`typeof ${value} === '${def.type}'`);
      case 'number':
        return all(`typeof ${value} === 'number' && Number.isFinite(${value})`);
      case 'unknown':
        return 'true';
      case 'literal':
        return anyOf(def.values.map((each) => `${value} === ${JSON.stringify(each)}`));
      case 'enum':
        return anyOf(Object.values(def.entries).map((each) => `${value} === ${JSON.stringify(each)}`));
      case 'nullable':
        return anyOf([`${value} === null`, this.#test(def.innerType, value)]);
      case 'optional':
        return anyOf([`${value} === undefined`, this.#test(def.innerType, value)]);
      case 'union':
        return anyOf(def.options.map((option) => this.#test(option, value)));
      default:
        return undefined;
    }
  }

  #checkTest({ check, format, inclusive, value: limit, minimum, fn }, value) {
    if (check === 'min_length') return `${value}.length >= ${minimum}`;
    if (check === 'number_format' && format === 'safeint') return `Number.isSafeInteger(${value})`;
    if (check === 'greater_than') return `${value} ${inclusive ? '>=' : '>'} ${limit}`;
    if (check === 'custom') return `${this.#called(fn)}(${value})`;
    return undefined;
  }
}

/** The value that a `.catch()` falls back to. It depends on nothing, in all of our schemas. */
const caught = (def) => def.catchValue({ issues: [], input: undefined, error: { issues: [] }, value: undefined });

const constant = (value) => (value === undefined ? 'undefined' : JSON.stringify(value));
