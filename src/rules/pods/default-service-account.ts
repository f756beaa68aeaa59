import { Category, Pack, Rule, Severity } from '../rule';

export const defaultServiceAccount: Rule = {
  id: 'default-service-account',
  pack: Pack.PRODUCTION,
  category: Category.PODS,
  severity: Severity.WARNING,
  title: 'the default service account of the namespace',
  why: 'it may do nothing, so that a native JobManager cannot ask for TaskManagers and Kubernetes high availability cannot write; once somebody gives it the rights, every pod of the namespace has them',
  fix: 'name an account of its own with the Role of the operator\'s chart, there called flink',
  source: 'operator chart, templates/rbac: jobServiceAccount flink with pods, configmaps and deployments',
  fires: 'serviceAccount: default',
  passes: 'serviceAccount: flink',
  check: ({ manifest: { spec: { serviceAccount } } }) => (serviceAccount !== 'default' ? [] : [{
    path: ['spec', 'serviceAccount'],
    what: 'this is the account of every pod that names none',
    got: '"default"',
    allowed: 'an account of Flink\'s own',
  }]),
};
