// What is wrong with the guide's facts once their form is right: steps that disagree with the diagram, or lead nowhere.
import type { Fault } from '../catalog/faults.ts';
import { decisionsBeforeCode, departures, edgesOf } from './diagram.ts';
import { type DecisionFile, type Diagram, STEPS, type Step } from './schema.ts';

type Place = Omit<Fault, 'file'>;

/** `isRegistered` says whether a code has a card to end on. */
export function guideFaults({ diagram, steps }: DecisionFile, isRegistered: (code: string) => boolean): Place[] {
  return [
    ...nodeFaults(diagram),
    ...orderFaults(steps),
    ...coverageFaults(diagram, steps),
    ...steps.flatMap((step) => [
      ...exitFaults(diagram, step, isRegistered),
      ...decisionFaults(diagram, step),
      ...nextFaults(diagram, step, steps),
      ...directionFaults(step),
    ]),
  ];
}

function nodeFaults(diagram: Diagram): Place[] {
  const { blocks, terminals, start } = diagram;
  const decisions = Object.values(blocks).flatMap((block) => Object.keys(block));
  const nodes = new Set(['last', ...Object.keys(blocks), ...Object.keys(terminals), ...decisions]);
  return [{ from: 'start', to: start }, ...edgesOf(diagram)]
    .filter(({ to }) => !nodes.has(to))
    .map(({ from, to }) => ({
      record: from,
      field: 'diagram',
      problem: `leads to "${to}", which does not exist`,
      remedy: 'Name a block, a decision or a terminal',
    }));
}

function orderFaults(steps: readonly Step[]): Place[] {
  const ids = steps.map(({ id }) => id);
  if (ids.join() === STEPS.join()) return [];
  const problem = `has the steps ${ids.join(', ')}`;
  return [{ record: '', field: 'steps', problem, remedy: `List each step once: ${STEPS.join(', ')}` }];
}

function coverageFaults(diagram: Diagram, steps: readonly Step[]): Place[] {
  const asked = new Set(steps.flatMap(({ decisions }) => decisions));
  return decisionsBeforeCode(diagram)
    .filter((decision) => !asked.has(decision))
    .map((decision) => ({
      record: decision,
      field: 'steps',
      problem: 'is asked by no step',
      remedy: 'Add it to the decisions of a step',
    }));
}

function exitFaults(
  diagram: Diagram,
  { id, decisions, exits, additions }: Step,
  isRegistered: (code: string) => boolean,
): Place[] {
  const { codes } = departures(diagram, decisions);
  const fault = (field: string, problem: string, remedy: string): Place => ({ record: id, field, problem, remedy });
  return [
    ...codes
      .filter((code) => !exits.includes(code))
      .map((code) => fault('exits', `lacks ${code}`, 'Add it: the diagram ends in it here')),
    ...exits
      .filter((code) => !codes.includes(code))
      .map((code) => fault('exits', `claims ${code} for the diagram`, 'Move it to additions, or remove it')),
    ...additions
      .filter((code) => codes.includes(code))
      .map((code) => fault('additions', `claims ${code} for us`, 'Move it to exits: the diagram ends in it here')),
    ...[...exits, ...additions]
      .filter((code, index, all) => all.indexOf(code) !== index)
      .map((code) => fault('exits', `has ${code} twice`, 'Remove one')),
    ...[...exits, ...additions]
      .filter((code) => !isRegistered(code))
      .map((code) => fault('exits', `ends in ${code}, which is not registered`, 'Name a code of data/standard.json')),
  ];
}

function decisionFaults({ blocks }: Diagram, { id, decisions }: Step): Place[] {
  const known = new Set(Object.values(blocks).flatMap((block) => Object.keys(block)));
  return decisions
    .filter((decision) => !known.has(decision))
    .map((decision) => ({
      record: id,
      field: 'decisions',
      problem: `asks "${decision}", which does not exist`,
      remedy: 'Name a decision of the diagram',
    }));
}

/** A step of ours may lead anywhere; one of the diagram leads where the diagram leads. */
function nextFaults(diagram: Diagram, { id, decisions, next }: Step, steps: readonly Step[]): Place[] {
  if (decisions.length === 0) return [];
  const { decisions: leads } = departures(diagram, decisions);
  const targets = steps.filter((step) => next.includes(step.id));
  const uncovered = leads.filter((decision) => !targets.some((target) => target.decisions.includes(decision)));
  const astray = targets.filter((target) => !target.decisions.some((decision) => leads.includes(decision)));
  return [
    ...uncovered.map((decision) => ({
      record: id,
      field: 'next',
      problem: `leaves out "${decision}", to which the diagram leads`,
      remedy: 'Add the step that asks it',
    })),
    ...astray.map((target) => ({
      record: id,
      field: 'next',
      problem: `leads to ${target.id}, to which the diagram does not lead`,
      remedy: 'Remove it, or make it an aside',
    })),
  ];
}

/** Steps lead forward only, so that every walk ends. */
function directionFaults({ id, next, asides }: Step): Place[] {
  return [...next, ...asides]
    .filter((target) => STEPS.indexOf(target) <= STEPS.indexOf(id))
    .map((target) => ({
      record: id,
      field: 'next',
      problem: `leads back to ${target}`,
      remedy: 'Lead to a later step',
    }));
}
