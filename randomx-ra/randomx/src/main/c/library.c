#include "bridge.h"
#include "org_motherlode_randomx_Bridge.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    const char *name;
    size_t offset;
    int needed;
};

#define NEEDED(function) {"randomx_" #function, offsetof(struct library, function), 1}
#define OPTIONAL(function) {"randomx_" #function, offsetof(struct library, function), 0}

static const struct entry ENTRIES[] = {
    NEEDED(get_flags),
    NEEDED(alloc_cache),
    NEEDED(init_cache),
    NEEDED(release_cache),
    NEEDED(alloc_dataset),
    NEEDED(dataset_item_count),
    NEEDED(init_dataset),
    NEEDED(get_dataset_memory),
    NEEDED(release_dataset),
    NEEDED(create_vm),
    NEEDED(vm_set_cache),
    NEEDED(vm_set_dataset),
    NEEDED(destroy_vm),
    NEEDED(calculate_hash),
    NEEDED(calculate_hash_first),
    NEEDED(calculate_hash_next),
    NEEDED(calculate_hash_last),
    OPTIONAL(get_cache_memory),
    OPTIONAL(calculate_commitment),
};

/* The name of the first function that is needed and not there, or 0. */
static const char *resolve(void *opened, struct library *library) {
    for (size_t i = 0; i < sizeof ENTRIES / sizeof *ENTRIES; i++) {
        void *symbol = dlsym(opened, ENTRIES[i].name);
        if (!symbol && ENTRIES[i].needed) {
            return ENTRIES[i].name;
        }
        memcpy((char *)library + ENTRIES[i].offset, &symbol, sizeof symbol);
    }
    return 0;
}

/* The library is never closed again: machines made by it may live as long as the process. */
static jlong open_path(JNIEnv *env, const char *path) {
    void *opened = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!opened) {
        const char *reason = dlerror();
        throw_state(env, "%s", reason ? reason : path);
        return 0;
    }
    struct library *library = calloc(1, sizeof *library);
    const char *missing = library ? resolve(opened, library) : "memory";
    if (missing) {
        free(library);
        dlclose(opened);
        throw_state(env, "%s is no librandomx that can be used: it lacks %s", path, missing);
        return 0;
    }
    library->mark = LIBRARY_MARK;
    return (jlong)(intptr_t)library;
}

JNIEXPORT jlong JNICALL Java_org_motherlode_randomx_Bridge_openLibrary(JNIEnv *env, jclass type, jstring path) {
    (void)type;
    if (!path) {
        throw_argument(env, "the path of the library is missing");
        return 0;
    }
    const char *text = (*env)->GetStringUTFChars(env, path, 0);
    if (!text) {
        return 0;
    }
    jlong handle = open_path(env, text);
    (*env)->ReleaseStringUTFChars(env, path, text);
    return handle;
}

JNIEXPORT jint JNICALL Java_org_motherlode_randomx_Bridge_flags(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    struct library *library = library_of(env, handle);
    return library ? library->get_flags() : 0;
}

JNIEXPORT jlong JNICALL Java_org_motherlode_randomx_Bridge_datasetItems(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    struct library *library = library_of(env, handle);
    return library ? (jlong)library->dataset_item_count() : 0;
}
