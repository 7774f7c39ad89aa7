// What is wrong with the trees once their form is right. Markers are looked up by the tests: a start does not parse them.
import type { Catalog } from '../catalog/catalog.ts';
import { referenceProblem } from '../catalog/documents.ts';
import type { Fault } from '../catalog/faults.ts';
import type { Document } from '../catalog/schema.ts';
import { TROUBLED, type TreeRecord, type TroubleEnd, type TroubleFile } from './schema.ts';
import { nodeOf, questionsFrom } from './walk.ts';

type Place = Omit<Fault, 'file'>;
type Known = Pick<Catalog, 'entries' | 'documents' | 'behaviour'>;

const MAX_QUESTIONS = 4;

export function troubleFaults({ documents: own, trees }: TroubleFile, known: Known): Place[] {
  const documents = new Map([...known.documents, ...own.map((one) => [one.id, one] as const)]);
  return [
    ...listFaults(trees),
    ...trees.flatMap((tree) => {
      const shape = [...nodeFaults(tree), ...wayFaults(tree)];
      return [
        ...statusFaults(tree, known),
        ...shape,
        // A tree with a circle has no depth.
        ...(shape.length > 0 ? [] : depthFaults(tree)),
        ...tree.ends.flatMap((end) => endFaults(end, tree.code, { ...known, documents })),
      ];
    }),
  ];
}

function listFaults(trees: readonly TreeRecord[]): Place[] {
  const codes = trees.map(({ code }) => code);
  if (codes.join() === TROUBLED.join()) return [];
  const problem = `has the trees ${codes.join(', ')}`;
  return [{ record: '', field: 'trees', problem, remedy: `List each once: ${TROUBLED.join(', ')}` }];
}

function statusFaults({ code, status }: TreeRecord, { entries }: Known): Place[] {
  if (entries.get(status)?.code === code) return [];
  const problem = `is about "${status}", which is no meaning of ${code}`;
  return [{ record: code, field: 'status', problem, remedy: 'Name an id such as standard:502' }];
}

function nodeFaults({ code, steps, ends }: TreeRecord): Place[] {
  const ids = [...steps, ...ends].map(({ id }) => id);
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => fault(`${code}/${id}`, 'id', 'stands there twice', 'Give each step and end an id of its own'));
}

/** Every answer leads somewhere, and to every node but the first leads exactly one, so that going back is no question. */
function wayFaults(tree: TreeRecord): Place[] {
  const { code, steps, ends } = tree;
  const [first] = steps;
  const answers = steps.flatMap((step) => step.answers);
  const found = new Set([first?.id ?? '']);
  // A set visits what is added while it is walked.
  for (const id of found) for (const answer of answersOf(tree, id)) found.add(answer);
  return [
    ...steps.flatMap((step) =>
      step.answers
        .filter((id) => !nodeOf(tree, id))
        .map((id) => fault(`${code}/${step.id}`, 'answers', `leads to "${id}", which does not exist`, 'Write it')),
    ),
    ...[...steps, ...ends]
      .filter(({ id }) => !found.has(id))
      .map(({ id }) => fault(`${code}/${id}`, 'id', 'cannot be reached', 'Let an answer lead there, or remove it')),
    ...[...new Set(answers)]
      .filter((id) => id === first?.id || answers.indexOf(id) !== answers.lastIndexOf(id))
      .map((id) => fault(`${code}/${id}`, 'answers', 'is reached in two ways', 'Lead to a node of its own')),
  ];
}

function answersOf({ steps }: TreeRecord, id: string): readonly string[] {
  return steps.find((step) => step.id === id)?.answers ?? [];
}

function depthFaults(tree: TreeRecord): Place[] {
  const questions = questionsFrom(tree, tree.steps[0]?.id ?? '');
  if (questions <= MAX_QUESTIONS) return [];
  return [fault(tree.code, 'steps', `asks ${questions} questions`, `Ask at most ${MAX_QUESTIONS}`)];
}

interface Citable extends Known {
  documents: ReadonlyMap<string, Document>;
}

function endFaults(end: TroubleEnd, code: string, { documents, behaviour }: Citable): Place[] {
  const { command, line, condition, marker, references } = end;
  const record = `${code}/${end.id}`;
  const looks = [command, line].filter(Boolean).length;
  return [
    ...(looks === 1 ? [] : [fault(record, 'command', `has ${looks} things to look at`, 'Give a command or a line')]),
    ...(condition || marker || references.length > 0
      ? []
      : [fault(record, 'references', 'rests on nothing', 'Cite a document, a condition or a marker')]),
    ...(condition && !behaviour.conditions.has(condition)
      ? [fault(record, 'condition', `"${condition}" is not known`, 'Name a condition of data/conditions.json')]
      : []),
    ...references.flatMap((reference) => {
      const problem = referenceProblem(reference, documents);
      return problem ? [fault(record, 'references', problem, 'Add it to the documents, or cite another')] : [];
    }),
  ];
}

function fault(record: string, field: string, problem: string, remedy: string): Place {
  return { record, field, problem, remedy };
}
