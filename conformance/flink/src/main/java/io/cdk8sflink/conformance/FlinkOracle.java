package io.cdk8sflink.conformance;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/** Answers what the real Flink on the class path computes from a configuration. */
public final class FlinkOracle {

    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000L);

    private FlinkOracle() {}

    public static void main(String[] args) throws IOException {
        new QuestionLoop(Map.of(
                "taskManagerMemory", TaskManagerMemory::of,
                "jobManagerMemory", JobManagerMemory::of,
                "rocksDbMemory", RocksDbMemory::of,
                "managedMemoryShare", ManagedMemoryShares::of,
                "networkBuffers", NetworkBuffers::of,
                "memorySize", FlinkOracle::memorySize,
                "duration", FlinkOracle::duration,
                "optionValue", OptionValues::of))
                .serve();
    }

    private static String memorySize(Question question) {
        return Bytes.of(MemorySize.parse(question.text("text")));
    }

    /** In nanoseconds, which for the longest durations need more than 64 bits. */
    private static String duration(Question question) {
        Duration duration = TimeUtils.parseDuration(question.text("text"));
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(NANOS_PER_SECOND)
                .add(BigInteger.valueOf(duration.getNano()))
                .toString();
    }
}
