/*
 * What the parts of the bridge share. A handle that Java holds is the address of one of the structures below; each
 * begins with a mark, so that a wrong handle is answered by a Java exception and not by a crash. The library itself
 * is only ever called with arguments that were checked here: a build with assertions would abort the whole process.
 */
#ifndef MOTHERLODE_BRIDGE_H
#define MOTHERLODE_BRIDGE_H

#include <jni.h>
#include <stddef.h>
#include <stdint.h>

#define HASH_BYTES 32
#define LONGEST_INPUT 512
#define LONGEST_KEY 60
#define CACHE_BYTES 268435456UL
#define ITEM_BYTES 64UL
#define FLAG_FULL_MEMORY 4
#define FLAG_V2 128

enum mark { LIBRARY_MARK = 0x524c4942, CACHE_MARK = 0x52434143, DATASET_MARK = 0x52445345, VM_MARK = 0x52564d20 };

/* The functions of one librandomx; the last two are 0 where the version has none. */
struct library {
    uint32_t mark;
    int (*get_flags)(void);
    void *(*alloc_cache)(int flags);
    void (*init_cache)(void *cache, const void *key, size_t length);
    void (*release_cache)(void *cache);
    void *(*alloc_dataset)(int flags);
    unsigned long (*dataset_item_count)(void);
    void (*init_dataset)(void *dataset, void *cache, unsigned long start, unsigned long count);
    void *(*get_dataset_memory)(void *dataset);
    void (*release_dataset)(void *dataset);
    void *(*create_vm)(int flags, void *cache, void *dataset);
    void (*vm_set_cache)(void *vm, void *cache);
    void (*vm_set_dataset)(void *vm, void *dataset);
    void (*destroy_vm)(void *vm);
    void (*calculate_hash)(void *vm, const void *input, size_t length, void *out);
    void (*calculate_hash_first)(void *vm, const void *input, size_t length);
    void (*calculate_hash_next)(void *vm, const void *next, size_t length, void *out);
    void (*calculate_hash_last)(void *vm, void *out);
    void *(*get_cache_memory)(void *cache);
    void (*calculate_commitment)(const void *input, size_t length, const void *hash, void *out);
};

/* A cache or a dataset. */
struct region {
    uint32_t mark;
    struct library *library;
    void *it;
    void *memory;
    size_t bytes;
    int advice; /* 0, or the errno with which the kernel refused huge pages */
    int ready;  /* a cache: it has a key */
};

struct vm {
    uint32_t mark;
    struct library *library;
    void *it;
    int fast;
};

/* Each answers 0 after it has thrown. */
struct library *library_of(JNIEnv *env, jlong handle);
struct region *cache_of(JNIEnv *env, jlong handle);
struct region *dataset_of(JNIEnv *env, jlong handle);
struct vm *vm_of(JNIEnv *env, jlong handle);

void throw_state(JNIEnv *env, const char *format, ...) __attribute__((format(printf, 2, 3)));
void throw_argument(JNIEnv *env, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Copies a Java array of at most `most` bytes; answers its length, or -1 after it has thrown. */
jsize copy_in(JNIEnv *env, jbyteArray from, uint8_t *to, jsize most, const char *what);

/* Whether the array has room for a hash; throws if not. */
int has_room_for_hash(JNIEnv *env, jbyteArray array);

/* Asks for huge pages on the whole pages inside the region; to be called before the memory is first written. */
void advise_huge_pages(struct region *region);

#endif
