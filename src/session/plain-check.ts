import * as z from 'zod';

/** Whether a value out of JSON is exactly what a schema would give back; where that is not sure, false. */
export type PlainCheck = (value: unknown) => boolean;

/** The check of a schema, made where it is needed; a build writes its source into the program instead. */
export function plainCheck(schema: z.core.$ZodType): PlainCheck {
  const functions: CheckFunctions = new Map();
  const name = namedCheck(schema, functions);
  return new Function(`${checkSource(functions)}return ${name};`)();
}

/** The names of functions by their source, which calls others by theirs; each after those it calls. */
type CheckFunctions = Map<string, string>;

/**
 * Adds the check of a schema, and gives its name. It copies nothing, and so is several times as fast as to parse, and needs no
 * zod. What does not pass is to be parsed, which says what is wrong; so is what a schema changes, does not know, or
 * tests in ways not known here. What a schema is refined by must need nothing around it.
 */
export function namedCheck(schema: z.core.$ZodType, functions: CheckFunctions): string {
  const named: Named = (source) => {
    const name = functions.get(source) ?? `check${functions.size}`;
    functions.set(source, name);
    return name;
  };
  return named(`(v)=>${checkOf(schema, 'v', named)}`);
}

/** The functions as statements. */
export const checkSource = (functions: CheckFunctions): string =>
  [...tools, ...[...functions].map(([source, name]) => `const ${name}=${source};\n`)].join('');

const tools = [
  'const isRecord=(v)=>typeof v==="object"&&v!==null&&!Array.isArray(v);\n',
  'const isWhole=(v,known)=>Object.keys(v).length===known;\n',
];

/** Keeps the source of a function under a name of its own, one for all that are the same. */
type Named = (source: string) => string;

const unsure = 'false';

/** An expression of the value that the expression `at` stands for. */
function checkOf(schema: z.core.$ZodType, at: string, named: Named): string {
  if (schema instanceof z.ZodOptional) {
    return `(${at}===undefined||${checkOf(schema.def.innerType, at, named)})`;
  }
  if (schema instanceof z.ZodDefault) return checkOf(schema.def.innerType, at, named);
  const kind = kindOf(schema, at, named);
  const further = [schema._zod.def, ...furtherOf(schema)].flatMap((def) => furtherCheck(def, at));
  return kind === unsure || further.includes(unsure) ? unsure : [kind, ...further].join('&&');
}

function kindOf(schema: z.core.$ZodType, at: string, named: Named): string {
  if (schema instanceof z.ZodNumber) return `Number.isFinite(${at})`;
  if (schema instanceof z.ZodBoolean) return `typeof ${at}==="boolean"`;
  if (schema instanceof z.ZodEnum) return isOneOf(schema.options, at);
  if (schema instanceof z.ZodLiteral) return isOneOf([...schema.values], at);
  if (schema instanceof z.ZodObject) return `${named(objectCheck(schema, named))}(${at})`;
  if (schema instanceof z.ZodRecord) return `${named(recordCheck(schema, named))}(${at})`;
  if (schema instanceof z.ZodArray) {
    const each = named(`(v)=>${checkOf(schema.element, 'v', named)}`);
    return `Array.isArray(${at})&&${at}.every(${each})`;
  }
  if (schema instanceof z.ZodDiscriminatedUnion) return `${named(switchOf(schema, named))}(${at})`;
  if (schema instanceof z.ZodUnion) return unionCheck(schema, at, named);
  return isString(schema) ? `typeof ${at}==="string"` : unsure;
}

const isString = (schema: z.core.$ZodType): boolean => schema._zod.def.type === 'string';

const isOneOf = (values: readonly unknown[], at: string): string =>
  `(${values.map((value) => `${at}===${JSON.stringify(value)}`).join('||')})`;

/** Unknown keys are kept by a loose object alone, and even there `__proto__` is not. */
function objectCheck({ shape, def }: z.ZodObject, named: Named): string {
  const fields = Object.entries(shape);
  const optional = fields.filter(([, schema]) => schema instanceof z.ZodOptional);
  const known = [
    fields.length - optional.length,
    ...optional.map(([key]) => `(${fieldOf(key)}!==undefined)`),
  ];
  const isWhole =
    def.catchall?._zod.def.type === 'unknown'
      ? '!Object.hasOwn(v,"__proto__")'
      : `isWhole(v,${known.join('+')})`;
  const each = fields.map(([key, schema]) => checkOf(schema, fieldOf(key), named));
  return `(v)=>isRecord(v)&&${[...each, isWhole].join('\n&&')}`;
}

const fieldOf = (key: string): string => `v[${JSON.stringify(key)}]`;

function recordCheck({ keyType, valueType }: z.ZodRecord, named: Named): string {
  const key = checkOf(keyType, 'k', named);
  const value = checkOf(valueType, 'e', named);
  return `(v)=>isRecord(v)&&Object.entries(v).every(([k,e])=>k!=="__proto__"&&${key}&&${value})`;
}

function switchOf({ options, def }: z.ZodDiscriminatedUnion, named: Named): string {
  const cases = options.map((option) => {
    const values = option._zod.propValues?.[def.discriminator] ?? [];
    const labels = [...values].map((value) => `case ${JSON.stringify(value)}:`).join('');
    return `${labels}return ${checkOf(option, 'v', named)};`;
  });
  return `(v)=>{if(isRecord(v))switch(${fieldOf(def.discriminator)}){${cases.join('\n')}}return false}`;
}

/** Only where no value could be two of them, for the first that takes it is what counts. */
function unionCheck({ options }: z.ZodUnion, at: string, named: Named): string {
  const kinds = new Set(options.map((option) => option._zod.def.type));
  const isClear = [...kinds].every((kind) => ['number', 'string', 'object'].includes(kind));
  if (!isClear || kinds.size < options.length) return unsure;
  return `(${options.map((option) => checkOf(option, at, named)).join('||')})`;
}

type Further = Readonly<Record<string, unknown>>;

const furtherOf = (schema: z.core.$ZodType): readonly Further[] =>
  (schema._zod.def.checks ?? []).map(({ _zod }) => ({ ..._zod.def }));

/** What is asked of a value beyond its kind: nothing, an expression, or what is not known here. */
function furtherCheck(def: Further | z.core.$ZodTypeDef, at: string): string[] {
  const further: Further = { ...def };
  return further.check === undefined ? [] : [expressionOf(further, at)];
}

function expressionOf({ check, value, inclusive, ...further }: Further, at: string): string {
  const orEqual = inclusive === true ? '=' : '';
  switch (check) {
    case 'greater_than':
      return typeof value === 'number' ? `${at}>${orEqual}${value}` : unsure;
    case 'less_than':
      return typeof value === 'number' ? `${at}<${orEqual}${value}` : unsure;
    case 'min_length':
      return `${at}.length>=${further.minimum}`;
    case 'max_length':
      return `${at}.length<=${further.maximum}`;
    case 'number_format':
      return further.format === 'safeint' ? `Number.isSafeInteger(${at})` : unsure;
    case 'string_format':
      return patternCheck(further, at);
    case 'overwrite':
      return `(${further.tx})(${at})===${at}`;
    case 'custom':
      return further.when === undefined && further.fn !== undefined
        ? `(${further.fn})(${at})`
        : unsure;
    default:
      return unsure;
  }
}

/** The formats that are nothing but their pattern. */
const patterned: ReadonlySet<unknown> = new Set(['regex', 'datetime', 'date']);

const patternCheck = ({ format, pattern }: Further, at: string): string =>
  patterned.has(format) && pattern instanceof RegExp && !pattern.global && !pattern.sticky
    ? `${pattern}.test(${at})`
    : unsure;
