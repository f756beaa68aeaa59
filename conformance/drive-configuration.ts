import { configurationSuite } from './configuration-cases';
import { Oracle } from './oracle';
import { judge } from './suite';
async function main() {
  const oracle = Oracle.operator('1.16.1');
  if (process.argv[4] !== 'nobuild') oracle.build();
  const suite = configurationSuite(Number(process.argv[2]), Number(process.argv[3]), '1.16');
  const replies = await oracle.ask(suite.questions);
  const verdict = judge(suite, replies);
  console.log(suite.questions.length, verdict.refusals, verdict.agreements, replies.filter((r) => r.error).length);
  if (verdict.first) {
    console.log(JSON.stringify(verdict.first.question));
    console.log(verdict.first.ours); console.log(verdict.first.theirs);
    try { const o = JSON.parse(verdict.first.ours), t = JSON.parse(verdict.first.theirs).value;
    for (const k of new Set([...Object.keys(o), ...Object.keys(t)])) if (o[k] !== t[k]) console.log(k, 'ours', o[k], 'theirs', t[k]); } catch {}
  }
}
void main();
