import { clusterFileSuite, configurationSuite, sessionJobSuite } from './configuration-cases';
import { Oracle } from './oracle';
import { judge } from './suite';
async function main() {
  const [, , cases, seed, release, exact] = process.argv;
  const oracle = Oracle.operator(exact);
  oracle.build();
  for (const make of [configurationSuite, sessionJobSuite, clusterFileSuite]) {
    const suite = make(Number(cases), Number(seed), release);
    const replies = await oracle.ask(suite.questions);
    const verdict = judge(suite, replies);
    console.log(suite.title, suite.questions.length, 'refused', verdict.refusals, 'agree', verdict.agreements, 'no verdict', replies.filter((r) => r.error).length, replies.find((r) => r.error)?.error?.slice(0, 200));
    if (verdict.first) {
      console.log(JSON.stringify(verdict.first.question));
      console.log(verdict.first.ours.slice(0, 1500)); console.log(verdict.first.theirs.slice(0, 3000));
    try { let o = JSON.parse(verdict.first.ours), t = JSON.parse(verdict.first.theirs).value; if (o.settings) { o = o.settings; t = t.settings; }
    for (const k of new Set([...Object.keys(o), ...Object.keys(t)])) if (o[k] !== t[k]) console.log(k, 'ours', o[k], 'theirs', t[k]); } catch {}
    }
  }
}
void main();
