CREATE TABLE views (
  page STRING,
  viewed_at TIMESTAMP(3),
  WATERMARK FOR viewed_at AS viewed_at - INTERVAL '5' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'views',
  'properties.bootstrap.servers' = 'kafka.kafka.svc:9092',
  'scan.startup.mode' = 'group-offsets',
  'properties.group.id' = 'page-views',
  'properties.auto.offset.reset' = 'earliest',
  'format' = 'json'
);

CREATE TABLE views_by_page (
  page STRING,
  window_end TIMESTAMP(3),
  views BIGINT
) WITH (
  'connector' = 'kafka',
  'topic' = 'views-by-page',
  'properties.bootstrap.servers' = 'kafka.kafka.svc:9092',
  'format' = 'json'
);

INSERT INTO views_by_page
SELECT page, window_end, COUNT(*)
FROM TABLE(TUMBLE(TABLE views, DESCRIPTOR(viewed_at), INTERVAL '1' MINUTE))
GROUP BY page, window_start, window_end;
