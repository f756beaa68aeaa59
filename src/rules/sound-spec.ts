/** A deployment about which no rule has anything to say: what the examples of the rules are laid over. */
export const SOUND_SPEC = `
image: registry.example.com/orders:1.4.0@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
flinkVersion: v1_20
serviceAccount: flink
flinkConfiguration:
  execution.checkpointing.interval: 60s
  execution.checkpointing.timeout: 10min
  execution.checkpointing.min-pause: 30s
  execution.checkpointing.tolerable-failed-checkpoints: "3"
  execution.checkpointing.num-retained: "3"
  execution.checkpointing.incremental: "true"
  execution.checkpointing.dir: s3://flink-state/orders/checkpoints
  execution.checkpointing.savepoint-dir: s3://flink-state/orders/savepoints
  execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
  high-availability.type: kubernetes
  high-availability.storageDir: s3://flink-state/orders/ha
  metrics.reporter.otel.factory.class: org.apache.flink.metrics.otel.OpenTelemetryMetricReporterFactory
  metrics.reporter.otel.exporter.endpoint: http://otel-collector.monitoring:4317
  pipeline.max-parallelism: "120"
  state.backend.type: rocksdb
  taskmanager.numberOfTaskSlots: "2"
podTemplate:
  spec:
    securityContext: { runAsNonRoot: true, runAsUser: 9999 }
jobManager:
  resource: { cpu: 1, memory: 2048m }
taskManager:
  resource: { cpu: 2, memory: 4096m }
  podTemplate:
    spec:
      containers:
        - name: flink-main-container
          volumeMounts: [{ name: rocksdb, mountPath: /tmp }]
      volumes: [{ name: rocksdb, emptyDir: { sizeLimit: 20Gi } }]
job:
  jarURI: local:///opt/flink/usrlib/orders.jar
  entryClass: com.example.Orders
  parallelism: 4
  upgradeMode: savepoint
`;
