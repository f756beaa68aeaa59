package io.cdk8sflink.conformance;

import java.lang.reflect.Field;
import java.net.InetAddress;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.io.network.LocalConnectionManager;
import org.apache.flink.runtime.io.network.NettyShuffleEnvironment;
import org.apache.flink.runtime.io.network.NettyShuffleServiceFactory;
import org.apache.flink.runtime.io.network.TaskEventDispatcher;
import org.apache.flink.runtime.io.network.buffer.BufferPoolFactory;
import org.apache.flink.runtime.io.network.buffer.LocalBufferPool;
import org.apache.flink.runtime.io.network.buffer.NetworkBufferPool;
import org.apache.flink.runtime.io.network.partition.ResultPartitionFactory;
import org.apache.flink.runtime.io.network.partition.ResultPartitionManager;
import org.apache.flink.runtime.io.network.partition.ResultPartitionType;
import org.apache.flink.runtime.io.network.partition.consumer.GateBuffersSpec;
import org.apache.flink.runtime.io.network.partition.consumer.InputGateSpecUtils;
import org.apache.flink.runtime.io.network.partition.consumer.SingleInputGateFactory;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.runtime.taskmanager.NettyShuffleEnvironmentConfiguration;
import org.apache.flink.util.function.SupplierWithException;

/** The buffer pools that a TaskManager without any network option makes for streaming, real ones. */
final class StreamingPools {

    /** What lies between two tasks of a streaming job. */
    static final ResultPartitionType TYPE = ResultPartitionType.PIPELINED_BOUNDED;

    /** As many segments as the largest partition asks for; of a byte each, since nothing is written to them. */
    private static final int SEGMENTS = 1 << 16;

    private static final NetworkBufferPool SEGMENT_POOL = new NetworkBufferPool(SEGMENTS, 1);
    private static final NettyShuffleEnvironmentConfiguration CONFIGURATION = configuration(MemorySize.ZERO);
    private static final ResultPartitionFactory PARTITIONS = partitionFactory();

    private static final Reflected POOL_OF_PARTITION = Reflected.method(
            ResultPartitionFactory.class, "createBufferPoolFactory", int.class, ResultPartitionType.class);
    private static final Reflected POOL_OF_GATE = Reflected.method(
            SingleInputGateFactory.class, "createBufferPoolFactory", BufferPoolFactory.class, int.class, int.class);
    private static final Reflected EXCLUSIVE_PER_CHANNEL =
            Reflected.method(GateBuffersSpec.class, "getEffectiveExclusiveBuffersPerChannel");
    private static final Reflected REQUIRED_FLOATING =
            Reflected.method(GateBuffersSpec.class, "getRequiredFloatingBuffers");
    private static final Reflected TOTAL_FLOATING = Reflected.method(GateBuffersSpec.class, "getTotalFloatingBuffers");

    private StreamingPools() {}

    static NettyShuffleEnvironmentConfiguration configuration(MemorySize networkMemory) {
        return NettyShuffleEnvironmentConfiguration.fromConfiguration(
                new Configuration(), networkMemory, true, InetAddress.getLoopbackAddress());
    }

    static Map<String, Object> ofPartition(int subpartitions) throws Exception {
        return buffers(0, POOL_OF_PARTITION.callOn(PARTITIONS, subpartitions, TYPE));
    }

    /** The exclusive buffers are the channels' own; only the floating ones come from the pool. */
    static Map<String, Object> ofGate(int channels) throws Exception {
        GateBuffersSpec gate = InputGateSpecUtils.createGateBuffersSpec(
                CONFIGURATION.maxRequiredBuffersPerGate(),
                CONFIGURATION.networkBuffersPerChannel(),
                CONFIGURATION.floatingNetworkBuffersPerGate(),
                TYPE,
                channels,
                CONFIGURATION.getTieredStorageConfiguration() != null);
        int exclusive = channels * (int) EXCLUSIVE_PER_CHANNEL.callOn(gate);
        return buffers(exclusive, POOL_OF_GATE.call(SEGMENT_POOL, REQUIRED_FLOATING.callOn(gate), TOTAL_FLOATING.callOn(gate)));
    }

    private static Map<String, Object> buffers(int exclusive, Object poolFactory) throws Exception {
        LocalBufferPool pool = (LocalBufferPool) ((SupplierWithException<?, ? extends Exception>) poolFactory).get();
        try {
            return Map.of(
                    "least", exclusive + pool.getNumberOfRequiredMemorySegments(),
                    "most", exclusive + pool.getMaxNumberOfMemorySegments(),
                    "overdraft", pool.getMaxOverdraftBuffersPerGate());
        } finally {
            pool.lazyDestroy();
        }
    }

    /** The one of a whole TaskManager, so that every option reaches it the way it does there. */
    private static ResultPartitionFactory partitionFactory() {
        NettyShuffleEnvironment taskManager = NettyShuffleServiceFactory.createNettyShuffleEnvironment(
                CONFIGURATION,
                ResourceID.generate(),
                new TaskEventDispatcher(),
                new ResultPartitionManager(),
                new LocalConnectionManager(),
                UnregisteredMetricGroups.createUnregisteredTaskManagerMetricGroup(),
                Runnable::run,
                1,
                new String[] {System.getProperty("java.io.tmpdir")});
        try {
            Field factory = NettyShuffleEnvironment.class.getDeclaredField("resultPartitionFactory");
            Field pool = ResultPartitionFactory.class.getDeclaredField("bufferPoolFactory");
            factory.setAccessible(true);
            pool.setAccessible(true);
            Object partitions = factory.get(taskManager);
            pool.set(partitions, SEGMENT_POOL);
            return (ResultPartitionFactory) partitions;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
