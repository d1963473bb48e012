#include "bridge.h"

static void *marked(JNIEnv *env, jlong handle, uint32_t mark, const char *what) {
    void *it = (void *)(intptr_t)handle;
    if (!it || (handle & 7) != 0 || *(uint32_t *)it != mark) {
        throw_state(env, "this is not an open %s", what);
        return 0;
    }
    return it;
}

struct library *library_of(JNIEnv *env, jlong handle) { return marked(env, handle, LIBRARY_MARK, "library"); }

struct region *cache_of(JNIEnv *env, jlong handle) { return marked(env, handle, CACHE_MARK, "cache"); }

struct region *dataset_of(JNIEnv *env, jlong handle) { return marked(env, handle, DATASET_MARK, "dataset"); }

struct vm *vm_of(JNIEnv *env, jlong handle) { return marked(env, handle, VM_MARK, "virtual machine"); }

jsize copy_in(JNIEnv *env, jbyteArray from, uint8_t *to, jsize most, const char *what) {
    if (!from) {
        throw_argument(env, "%s is missing", what);
        return -1;
    }
    jsize length = (*env)->GetArrayLength(env, from);
    if (length > most) {
        throw_argument(env, "%s has at most %d bytes, not %d", what, (int)most, (int)length);
        return -1;
    }
    (*env)->GetByteArrayRegion(env, from, 0, length, (jbyte *)to);
    return length;
}

int has_room_for_hash(JNIEnv *env, jbyteArray array) {
    if (!array || (*env)->GetArrayLength(env, array) != HASH_BYTES) {
        throw_argument(env, "a hash is written to an array of %d bytes", HASH_BYTES);
        return 0;
    }
    return 1;
}
