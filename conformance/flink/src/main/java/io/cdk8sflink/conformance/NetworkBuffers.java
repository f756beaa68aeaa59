package io.cdk8sflink.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.runtime.jobgraph.IntermediateDataSetID;
import org.apache.flink.runtime.shuffle.NettyShuffleUtils;
import org.apache.flink.runtime.taskmanager.NettyShuffleEnvironmentConfiguration;

/** The network buffers of one streaming task: of each gate and partition, and those it announces as a whole. */
final class NetworkBuffers {

    private NetworkBuffers() {}

    static Map<String, Object> of(Question question) throws Exception {
        int[] gates = question.wholeNumbers("gates");
        int[] partitions = question.wholeNumbers("partitions");

        List<Object> ofGates = new ArrayList<>();
        for (int channels : gates) {
            ofGates.add(StreamingPools.ofGate(channels));
        }
        List<Object> ofPartitions = new ArrayList<>();
        for (int subpartitions : partitions) {
            ofPartitions.add(StreamingPools.ofPartition(subpartitions));
        }

        Map<String, Object> buffers = new LinkedHashMap<>();
        buffers.put("held", StreamingPools.configuration(new MemorySize(question.bytes("networkMemory"))).numNetworkBuffers());
        buffers.put("gates", ofGates);
        buffers.put("partitions", ofPartitions);
        buffers.put("announced", announced(gates, partitions));
        return buffers;
    }

    /** What fine-grained resource management reserves for the task; each gate reads a result of its own. */
    private static int announced(int[] gates, int[] partitions) {
        NettyShuffleEnvironmentConfiguration configuration = StreamingPools.configuration(MemorySize.ZERO);
        Map<IntermediateDataSetID, Integer> channels = results(gates);
        Map<IntermediateDataSetID, Integer> subpartitions = results(partitions);
        return NettyShuffleUtils.computeNetworkBuffersForAnnouncing(
                configuration.networkBuffersPerChannel(),
                configuration.floatingNetworkBuffersPerGate(),
                configuration.maxRequiredBuffersPerGate(),
                configuration.sortShuffleMinParallelism(),
                configuration.sortShuffleMinBuffers(),
                channels,
                ofEach(channels, 1),
                subpartitions,
                ofEach(channels, StreamingPools.TYPE),
                ofEach(subpartitions, StreamingPools.TYPE));
    }

    private static Map<IntermediateDataSetID, Integer> results(int[] sizes) {
        return IntStream.of(sizes).boxed().collect(Collectors.toMap(size -> new IntermediateDataSetID(), Function.identity()));
    }

    private static <T> Map<IntermediateDataSetID, T> ofEach(Map<IntermediateDataSetID, Integer> results, T value) {
        return results.keySet().stream().collect(Collectors.toMap(Function.identity(), id -> value));
    }
}
