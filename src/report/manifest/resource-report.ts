import { clusterSections } from './cluster-sections';
import { isMade } from './made';
import { FindingsExplanation, JobExplanation, Outcome, ResourceExplanation, VerdictExplanation } from './manifest-explanation';
import { allPrintable } from './printable';
import { Block, Message, ReportSection, ResourceReport, Tone } from './report-section';
import { counted } from './shown-amounts';
import { RefusalText } from '../../refusal';
import { grouped } from '../../units/grouped-number';

/** What people read of one resource, section by section; safe to print. */
export function resourceReport(resource: ResourceExplanation, source: string): ResourceReport {
  const { kind, name, namespace, line, verdict, cluster } = resource;
  const { tone, text } = VERDICTS[verdict.outcome];
  const of = [kind, cluster === undefined ? undefined : `${cluster.mode} ${cluster.type}`, cluster?.flinkVersion, namespace && `namespace ${namespace}`];
  return allPrintable({
    title: name,
    subtitle: [...of.filter((part) => part !== undefined), `${source}:${line}`].join(' · '),
    tone,
    verdict: [text, ...findingCounts(verdict.findings)].join('; '),
    sections: [
      ...objections(verdict),
      ...around(resource),
      ...findings(verdict, source),
      ...(cluster === undefined ? [] : clusterSections(cluster)),
      ...ownSettings(resource),
    ],
  });
}

const VERDICTS: Record<Outcome, { readonly tone: Tone; readonly text: string }> = {
  [Outcome.RUNS]: { tone: 'good', text: 'admitted by the operator; nothing keeps it from starting' },
  [Outcome.UNDECIDED]: { tone: 'warning', text: 'admitted if the cluster\'s name service knows its addresses' },
  [Outcome.FAILS]: { tone: 'bad', text: 'admitted by the operator, and does not start' },
  [Outcome.REFUSED]: { tone: 'bad', text: 'refused by the operator' },
  [Outcome.UNREADABLE]: { tone: 'bad', text: 'refused before the operator sees it, or unreadable to it' },
};

function objections({ refusals, dropped }: VerdictExplanation): ReportSection[] {
  const blocks: Block[] = [
    ...(refusals.length === 0 ? [] : [{ is: 'messages' as const, messages: refusals.map(refusalMessage) }]),
    ...(dropped.length === 0 ? [] : [{
      is: 'facts' as const, facts: [[`${counted(dropped.length, 'field')} dropped without a word`, dropped.join(', ')] as const],
    }]),
  ];
  return blocks.length === 0 ? [] : [{ title: refusals.length > 0 ? 'Why not' : 'Not kept', blocks }];
}

function refusalMessage({ code, what, got, allowed, fix }: RefusalText): Message {
  return { tone: 'bad', code, text: what, details: [['got', got], ['allowed', allowed], ['fix', fix]] };
}

/** The job, and the resources that it has to do with. */
function around({ job, hosts, session, colours = [], snapshot }: ResourceExplanation): ReportSection[] {
  return [
    ...(job === undefined ? [] : [{ title: 'Job', blocks: [{ is: 'facts' as const, facts: jobFacts(job, session !== undefined) }] }]),
    ...(session === undefined ? [] : [{ title: 'Session', blocks: [{ is: 'note' as const, text: sessionText(session) }] }]),
    ...(hosts === undefined ? [] : [{
      title: 'Jobs of this session in the file',
      blocks: [{
        is: 'table' as const,
        head: ['job', 'parallelism', 'upgrade mode', 'state'],
        rows: hosts.map(({ name, parallelism, upgradeMode, running }) => [
          name, parallelism === undefined ? 'unreadable' : grouped(parallelism), upgradeMode, running ? 'running' : 'suspended',
        ]),
      }],
    }]),
    ...(colours.length === 0 ? [] : [{
      title: 'Blue and green',
      blocks: [{ is: 'note' as const, text: `becomes ${colours.join(' or ')}, each as below; both run while one takes over from the other` }],
    }]),
    ...(snapshot === undefined ? [] : [{
      title: 'Snapshot',
      blocks: [{ is: 'note' as const, text: `a ${snapshot.kind} of ${snapshot.of || 'nothing that it names'}` }],
    }]),
  ];
}

function jobFacts({ jar, entryClass, upgradeMode, state, initialSavepoint, parallelism, ...job }: JobExplanation, onSession: boolean) {
  const facts: [label: string, value: string | undefined][] = [
    ['jar', jar ?? 'none'],
    ['entry class', entryClass],
    ['arguments', job.arguments === 0 ? undefined : `${grouped(job.arguments)}, not shown`],
    // On a cluster of its own the parallelism stands among its figures.
    ['parallelism', !onSession || parallelism === undefined ? undefined : isMade(parallelism) ? grouped(parallelism.value) : parallelism.refused.what],
    ['upgrade mode', upgradeMode],
    ['state', state],
    ['first started from', initialSavepoint],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

function sessionText({ name, known }: NonNullable<ResourceExplanation['session']>): string {
  if (name === undefined) {
    return 'names no session cluster';
  }
  return known ? `runs on ${name}, whose pods and memory are told there`
    : `runs on ${name}, which is not in the file: its pods, memory and options are not known`;
}

function ownSettings({ settings, session }: ResourceExplanation): ReportSection[] {
  return settings === undefined || settings.length === 0 ? [] : [{
    title: `Configuration beyond that of ${session?.name ?? 'its session'}`, folded: true, blocks: [{ is: 'settings', settings }],
  }];
}

function findingCounts(found: FindingsExplanation | undefined): string[] {
  const { errors = 0, warnings = 0, infos = 0 } = found ?? {};
  const counts = ([[errors, 'error'], [warnings, 'warning'], [infos, 'remark']] as const)
    .filter(([count]) => count > 0).map(([count, what]) => counted(count, what));
  return counts.length === 0 ? [] : [`findings: ${counts.join(', ')}`];
}

function findings({ findings: found }: VerdictExplanation, source: string): ReportSection[] {
  if (found === undefined) {
    return [];
  }
  const { errors, warnings, infos, acknowledged, first } = found;
  const total = errors + warnings + infos;
  const known = acknowledged === 0 ? '' : `, ${grouped(acknowledged)} acknowledged`;
  const more = total > first.length ? `; the ${grouped(first.length)} weightiest are below, all by cdk8s-flink lint ${source}` : '';
  return [{
    title: 'Findings',
    blocks: [
      { is: 'note', text: `${total === 0 ? 'none' : grouped(total)} of the pack production${known}${more}` },
      ...(first.length === 0 ? [] : [{
        is: 'messages' as const,
        messages: first.map(({ rule, severity, path, what, got, fix }): Message => ({
          tone: severity === 'error' ? 'bad' : severity === 'warning' ? 'warning' : 'note',
          code: rule,
          text: what,
          details: ([['at', path], ['got', got], ['fix', fix]] as const).filter(([, value]) => value !== ''),
        })),
      }]),
    ],
  }];
}
