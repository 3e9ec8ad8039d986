// `npm run docs`: writes docs/events.md, the catalogue of every event, from the event types and their docstrings.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const samples = join(root, 'test', 'history', 'samples');

/** In the order in which facts flow. */
const contexts = ['organisation', 'tasks', 'evidence', 'requests', 'contracts', 'assessment', 'audit'];

/** Where each type is written, and in which versions: told by the samples of the history, which the suite holds complete. */
const recorded = () => {
  const found = new Map();
  for (const file of readdirSync(samples)) {
    const [, type, version] = /^(\w+)\.v(\d+)\.json$/.exec(file);
    const category = JSON.parse(readFileSync(join(samples, file), 'utf8')).stream.split('-', 1)[0];
    found.set(type, { category, versions: [...(found.get(type)?.versions ?? []), Number(version)] });
  }
  return found;
};

const eventFiles = () =>
  contexts.flatMap((context) => readdirSync(join(root, 'libs', context), { recursive: true })
    .filter((file) => file.endsWith('.events.ts') && !file.includes('node_modules')).map((file) => join(root, 'libs', context, file)).sort());

const oneLine = (text) => text.replace(/\{@link ([^}|]+)(?:\|[^}]*)?\}/g, '`$1`').replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ').trim();

const fieldsOf = (checker, node) =>
  checker.getPropertiesOfType(checker.getTypeFromTypeNode(node))
    .map((field) => `\`${field.name}${field.flags & ts.SymbolFlags.Optional ? '?' : ''}\``).join(', ');

/** The events that a file declares: each `type X = Event<'X', Data>`. */
const eventsOf = (program, file) => {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  return source.statements.filter(ts.isTypeAliasDeclaration).flatMap((alias) => {
    if (!ts.isTypeReferenceNode(alias.type) || alias.type.typeName.getText(source) !== 'Event') return [];
    const [name, data] = alias.type.typeArguments ?? [];
    if (!name || !ts.isLiteralTypeNode(name)) return [];
    const meaning = ts.displayPartsToString(checker.getSymbolAtLocation(alias.name).getDocumentationComment(checker));
    if (meaning === '') throw new Error(`${relative(root, file)}: ${name.literal.text} says nothing of what it means`);
    return [{ type: name.literal.text, context: relative(join(root, 'libs'), file).split('/', 1)[0], meaning: oneLine(meaning), fields: data ? fieldsOf(checker, data) : '' }];
  });
};

const tableOf = (category, events) => [
  `### \`${category}\``, '', '| event | version | meaning | data |', '|---|---|---|---|',
  ...events.map(({ type, versions, meaning, fields }) => `| \`${type}\` | ${versions.join(', ')} | ${meaning} | ${fields} |`), '',
];

/** The catalogue as Markdown. */
export const catalogue = () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = eventFiles();
  const program = ts.createProgram(files, { ...options, noEmit: true, composite: false, incremental: false });
  const stored = recorded();
  const events = files.flatMap((file) => eventsOf(program, file)).map((event) => {
    const { category, versions } = stored.get(event.type) ?? {};
    if (category === undefined) throw new Error(`${event.type} has no sample in test/history/samples`);
    return { ...event, category, versions };
  });
  const sections = contexts.flatMap((context) => {
    const own = events.filter((event) => event.context === context);
    const categories = [...new Set(own.map(({ category }) => category))];
    return [`## ${context}`, '', ...categories.flatMap((category) => tableOf(category, own.filter((event) => event.category === category)))];
  });
  return [
    '# Events', '',
    `All ${events.length} types of event, by context and category of stream. Written by \`npm run docs\` from \`libs/**/*.events.ts\`; a test holds it to them.`,
    'A published version never changes its meaning: a sample of each is kept in `test/history/samples` and must fold for ever.', '',
    ...sections,
  ].join('\n');
};

const place = join(root, 'docs', 'events.md');
if (process.argv.includes('--check')) {
  if (readFileSync(place, 'utf8') !== catalogue()) {
    console.error('docs/events.md does not say what the events say. Run `npm run docs`.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(place, catalogue());
}
