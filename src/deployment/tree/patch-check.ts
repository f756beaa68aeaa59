import { ApiObject } from 'cdk8s';
import { refusalIn } from '../../refusal';

/** Looks at a resource again after patches: not yet after a new one, and at nothing without any. */
export class PatchCheck {
  private state: 'unpatched' | 'patched' | { readonly errors: string[] } = 'unpatched';

  /** @param check throws where the resource as it is now cannot work */
  constructor(private readonly resource: ApiObject, private readonly check: (resource: unknown) => unknown) {}

  /** A patch has come. */
  public patched(): void {
    if (this.state === 'unpatched') {
      this.resource.node.addValidation({ validate: () => this.errors() });
    }
    this.state = 'patched';
  }

  /** cdk8s validates once for each chart and once more; only a new patch is worth another look. */
  private errors(): string[] {
    if (typeof this.state === 'string') {
      const refusal = this.state === 'unpatched' ? undefined : refusalIn(() => this.check(this.resource.toJson()));
      this.state = { errors: refusal === undefined ? [] : [refusal.message] };
    }
    return this.state.errors;
  }
}
