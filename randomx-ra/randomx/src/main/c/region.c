#include "bridge.h"
#include "org_motherlode_randomx_Bridge.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void advise_huge_pages(struct region *region) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = ((uintptr_t)region->memory + page - 1) & ~(page - 1);
    uintptr_t end = ((uintptr_t)region->memory + region->bytes) & ~(page - 1);
    if (!region->memory || end <= start) {
        region->advice = EINVAL;
        return;
    }
    region->advice = madvise((void *)start, end - start, MADV_HUGEPAGE) == 0 ? 0 : errno;
}

/*
 * Where an older library does not tell where the memory of a cache is, its structure begins with that address (1.1.10
 * to 2.0). The guess is used for advice only: the kernel answers a wrong address with an error and does nothing.
 */
static void *cache_memory(struct library *library, void *cache) {
    void *memory = 0;
    if (library->get_cache_memory) {
        return library->get_cache_memory(cache);
    }
    memcpy(&memory, cache, sizeof memory);
    return memory;
}

static jlong region_handle(JNIEnv *env, struct region found) {
    struct region *region = malloc(sizeof *region);
    if (!region) {
        throw_state(env, "no memory for a handle");
        return 0;
    }
    *region = found;
    advise_huge_pages(region);
    return (jlong)(intptr_t)region;
}

JNIEXPORT jlong JNICALL Java_org_motherlode_randomx_Bridge_newCache(
    JNIEnv *env, jclass type, jlong handle, jint flags) {
    (void)type;
    struct library *library = library_of(env, handle);
    if (!library) {
        return 0;
    }
    void *cache = library->alloc_cache(flags);
    if (!cache) {
        throw_state(env, "no memory for a cache of 256 MiB, or flags that it cannot have: %d", (int)flags);
        return 0;
    }
    void *memory = cache_memory(library, cache);
    struct region found = {CACHE_MARK, library, cache, memory, CACHE_BYTES, 0, 0};
    jlong made = region_handle(env, found);
    if (!made) {
        library->release_cache(cache);
    }
    return made;
}

JNIEXPORT jlong JNICALL Java_org_motherlode_randomx_Bridge_newDataset(
    JNIEnv *env, jclass type, jlong handle, jint flags) {
    (void)type;
    struct library *library = library_of(env, handle);
    if (!library) {
        return 0;
    }
    void *dataset = library->alloc_dataset(flags);
    if (!dataset) {
        throw_state(env, "no memory for a dataset of 2080 MiB");
        return 0;
    }
    void *memory = library->get_dataset_memory(dataset);
    struct region found = {DATASET_MARK, library, dataset, memory, library->dataset_item_count() * ITEM_BYTES, 0, 0};
    jlong made = region_handle(env, found);
    if (!made) {
        library->release_dataset(dataset);
    }
    return made;
}

JNIEXPORT void JNICALL Java_org_motherlode_randomx_Bridge_initCache(
    JNIEnv *env, jclass type, jlong handle, jbyteArray key) {
    (void)type;
    uint8_t bytes[LONGEST_KEY];
    struct region *cache = cache_of(env, handle);
    jsize length = cache ? copy_in(env, key, bytes, LONGEST_KEY, "a key") : -1;
    if (length < 0) {
        return;
    }
    cache->library->init_cache(cache->it, bytes, (size_t)length);
    cache->ready = 1;
}

JNIEXPORT void JNICALL Java_org_motherlode_randomx_Bridge_initItems(
    JNIEnv *env, jclass type, jlong dataset_handle, jlong cache_handle, jlongArray range) {
    (void)type;
    jlong bounds[2];
    struct region *dataset = dataset_of(env, dataset_handle);
    struct region *cache = dataset ? cache_of(env, cache_handle) : 0;
    if (!cache) {
        return;
    }
    if (!range || (*env)->GetArrayLength(env, range) != 2) {
        throw_argument(env, "a range is a start and a count");
        return;
    }
    (*env)->GetLongArrayRegion(env, range, 0, 2, bounds);
    jlong items = (jlong)dataset->library->dataset_item_count();
    if (!cache->ready || cache->library != dataset->library) {
        throw_state(env, "a dataset is filled from a cache of the same library that has its key");
    } else if (bounds[0] < 0 || bounds[1] < 1 || bounds[0] >= items || bounds[1] > items - bounds[0]) {
        throw_argument(env, "items %lld and %lld more are not in a dataset of %lld", (long long)bounds[0],
            (long long)bounds[1], (long long)items);
    } else {
        dataset->library->init_dataset(
            dataset->it, cache->it, (unsigned long)bounds[0], (unsigned long)bounds[1]);
    }
}

JNIEXPORT void JNICALL Java_org_motherlode_randomx_Bridge_freeCache(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    struct region *cache = cache_of(env, handle);
    if (cache) {
        cache->mark = 0;
        cache->library->release_cache(cache->it);
        free(cache);
    }
}

JNIEXPORT void JNICALL Java_org_motherlode_randomx_Bridge_freeDataset(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    struct region *dataset = dataset_of(env, handle);
    if (dataset) {
        dataset->mark = 0;
        dataset->library->release_dataset(dataset->it);
        free(dataset);
    }
}
