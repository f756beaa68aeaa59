import { Refusal, shown } from '../../refusal';

/** Who the pods of a service account are to a cloud, so that no key has to be kept. */
export class WorkloadIdentity {
  /**
   * A role of AWS IAM (IRSA). Annotation `eks.amazonaws.com/role-arn`.
   * @param arn for example `arn:aws:iam::111122223333:role/flink`, or refused with `[workload-identity]`
   */
  public static awsRole(arn: string): WorkloadIdentity {
    refuseUnless(arn, /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'the ARN of a role', 'arn:aws:iam::111122223333:role/flink');
    return new WorkloadIdentity({ 'eks.amazonaws.com/role-arn': arn }, {});
  }

  /**
   * A service account of Google Cloud (workload identity of GKE). Annotation `iam.gke.io/gcp-service-account`.
   * @param email for example `flink@some-project.iam.gserviceaccount.com`, or refused with `[workload-identity]`
   */
  public static googleServiceAccount(email: string): WorkloadIdentity {
    refuseUnless(email, /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/, 'the email of a service account', 'flink@some-project.iam.gserviceaccount.com');
    return new WorkloadIdentity({ 'iam.gke.io/gcp-service-account': email }, {});
  }

  /**
   * An application or managed identity of Microsoft Entra. Annotation `azure.workload.identity/client-id`; the pods of a
   * cluster with this account also get the label by which Azure's webhook finds them.
   * @param clientId a UUID, or refused with `[workload-identity]`
   */
  public static azureClient(clientId: string): WorkloadIdentity {
    refuseUnless(clientId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'a client id', '00000000-0000-0000-0000-000000000000');
    return new WorkloadIdentity({ 'azure.workload.identity/client-id': clientId }, { 'azure.workload.identity/use': 'true' });
  }

  private constructor(
    /** What the service account says. */
    public readonly annotations: { [name: string]: string },
    /** What the pods say. */
    public readonly podLabels: { [name: string]: string },
  ) {}
}

function refuseUnless(value: string, form: RegExp, what: string, example: string): void {
  if (typeof value !== 'string' || !form.test(value)) {
    throw new Refusal({ code: 'workload-identity', what: `this is not ${what}`, got: shown(value), allowed: what, fix: `for example ${example}` });
  }
}
