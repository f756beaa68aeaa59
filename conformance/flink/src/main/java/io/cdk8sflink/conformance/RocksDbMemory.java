package io.cdk8sflink.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/** The split of the memory that all RocksDB instances of a slot share; no native code is loaded. */
final class RocksDbMemory {

    private static final Class<?> UTILS = RocksDbClasses.find("RocksDBMemoryControllerUtils");

    private static final Reflected CACHE_CAPACITY =
            Reflected.method(UTILS, "calculateActualCacheCapacity", long.class, double.class);
    private static final Reflected WRITE_BUFFER_MANAGER_CAPACITY =
            Reflected.method(UTILS, "calculateWriteBufferManagerCapacity", long.class, double.class);
    private static final Reflected ARENA_BLOCK_SIZE =
            Reflected.method(UTILS, "calculateRocksDBDefaultArenaBlockSize", long.class);
    private static final Reflected MUTABLE_LIMIT =
            Reflected.method(UTILS, "calculateRocksDBMutableLimit", long.class);
    private static final Reflected ARENA_BLOCK_FITS =
            Reflected.method(UTILS, "validateArenaBlockSize", long.class, long.class);

    private RocksDbMemory() {}

    static Map<String, Object> of(Question question) throws Exception {
        long total = question.bytes("totalMemory");
        double writeBufferRatio = question.number("writeBufferRatio");
        double highPriorityPoolRatio = question.number("highPriorityPoolRatio");

        RocksDbClasses.refuseRatios(writeBufferRatio, highPriorityPoolRatio);
        long cache = (long) CACHE_CAPACITY.call(total, writeBufferRatio);
        long writeBuffers = (long) WRITE_BUFFER_MANAGER_CAPACITY.call(total, writeBufferRatio);
        long arenaBlock = (long) ARENA_BLOCK_SIZE.call(question.bytes("writeBufferSize"));
        long mutableLimit = (long) MUTABLE_LIMIT.call(writeBuffers);

        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("cacheCapacity", Bytes.of(cache));
        memory.put("writeBufferManagerCapacity", Bytes.of(writeBuffers));
        memory.put("arenaBlockSize", Bytes.of(arenaBlock));
        memory.put("mutableLimit", Bytes.of(mutableLimit));
        memory.put("arenaBlockFits", ARENA_BLOCK_FITS.call(arenaBlock, mutableLimit));
        return memory;
    }
}
