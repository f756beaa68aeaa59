import { Answer, answer, Question } from './answers';
import { Reply } from './oracle';
import { podsLike } from './pod-answer';

/** What our constructs promise of a manifest that they let pass: the answers to a question, and that they are good ones. */
export function admitted(_: Reply, question: Question): Answer {
  return must(question, (value) => value === 'accepted');
}

/** The API server keeps all of it. */
export function unpruned(_: Reply, question: Question): Answer {
  return must(question, ({ pruned }) => pruned.length === 0);
}

/** RocksDB and ForSt live in managed memory. */
export function withPools(_: Reply, question: Question): Answer {
  const isManaged = ['rocksdb', 'forst'].includes(question.configuration['state.backend.type']);
  const pools = question.op === 'jobManagerMemory' ? ['heap', 'offHeap'] : ['taskHeap', 'frameworkHeap', 'network', ...isManaged ? ['managed'] : []];
  return must(question, (value) => pools.every((pool) => BigInt(value[pool]) > 0n));
}

/** Flink and the operator can make the pods of both roles. */
export function built(reply: Reply, question: Question): Answer {
  const { value } = podsLike(reply, question) as { readonly value: any };
  return Object.values<any>(value).some(({ refused }) => refused !== undefined) ? { value: `not built: ${JSON.stringify(value)}` } : { value };
}

/** That both refuse what should pass would be no agreement. */
function must(question: Question, holds: (value: any) => boolean): Answer {
  const ours = answer(question);
  if (!('value' in ours)) {
    return { value: `refused: ${ours.refusal.message}` };
  }
  return holds(ours.value) ? ours : { value: `not as promised: ${JSON.stringify(ours.value)}` };
}
