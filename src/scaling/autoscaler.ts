import { autoscalerFindings } from './autoscaler-findings';
import { AutoscalerProps } from './autoscaler-props';
import { autoscalerSettings } from './autoscaler-settings';
import { Rescaling } from './rescaling';
import { Scaling, ScalingConfig, ScalingContext } from './scaling';

/**
 * The autoscaler of the operator: it measures each vertex of the running job and changes its parallelism, so that all
 * are as busy as they shall be. For applications in native mode that keep their state over an upgrade; without any of
 * that it is refused with `[autoscaler-standalone]`, `[autoscaler-stateless]` or `[autoscaler-without-effect]`,
 * unless it only gives advice. The source should be of the new Source API; Kafka's tells the most.
 */
export class Autoscaler extends Scaling {
  /** What happens when a better parallelism is found. */
  public readonly rescaling: Rescaling;

  constructor(private readonly props: AutoscalerProps = {}) {
    super();
    this.rescaling = props.rescaling ?? Rescaling.inPlace();
  }

  /** Its options in the spelling of the release, and the scheduler that it needs. */
  public bind(context: ScalingContext): ScalingConfig {
    return {
      settings: [...autoscalerSettings(this.props, context), ...this.rescaling._settings(context.flinkVersion)],
      findings: this.rescaling.acts ? autoscalerFindings(this.props, context) : [],
    };
  }
}
