import { ManifestPath } from '../../operator/manifest/manifest-path';
import { podVariables } from '../pods/pod-variables';
import { Category, Finding, optionPath, Pack, Rule, Severity } from '../rule';
import { usesRocksDb } from './state-backend';

const VARIABLE = 'DISABLE_JEMALLOC';
const OPTION = `containerized.taskmanager.env.${VARIABLE}`;

export const allocatorWithoutJemalloc: Rule = {
  id: 'allocator-without-jemalloc',
  pack: Pack.PRODUCTION,
  category: Category.STATE,
  severity: Severity.WARNING,
  title: 'RocksDB on the memory allocator of glibc',
  why: 'glibc keeps arenas of memory that RocksDB has given back, so that the container grows beyond what Flink has counted until it is killed',
  fix: 'remove the variable DISABLE_JEMALLOC: the entry point of the official images then loads jemalloc',
  source: 'Flink docs, Docker: switch the memory allocator; docker-entrypoint.sh of the official images, FLINK-19125',
  fires: 'flinkConfiguration: { containerized.taskmanager.env.DISABLE_JEMALLOC: "true" }',
  passes: 'flinkConfiguration: { containerized.taskmanager.env.DISABLE_JEMALLOC: "false" }',
  check: ({ configuration, manifest: { spec } }) => (!usesRocksDb(configuration) ? [] : [
    ...podVariables(spec).filter(({ name, value, path }) => name === VARIABLE && isSwitchedOff(value) && path[1] !== 'jobManager').map(({ path }) => finding(path)),
    ...(isSwitchedOff(configuration.get(OPTION)) ? [finding(optionPath(OPTION))] : []),
  ]),
};

/** Anything but `false` is taken for yes. */
function isSwitchedOff(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}

function finding(path: ManifestPath): Finding {
  return { path, what: 'RocksDB runs without jemalloc, and its memory grows beyond what Flink counts', got: `${VARIABLE} is set`, allowed: 'nothing, or false' };
}
