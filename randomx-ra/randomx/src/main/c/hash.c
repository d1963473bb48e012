#include "bridge.h"
#include "floating.h"
#include "org_motherlode_randomx_Bridge.h"

/* Input and hash are copied: to hash inside a critical section would hold up the garbage collector for milliseconds. */
JNIEXPORT void JNICALL Java_org_motherlode_randomx_Bridge_hash(
    JNIEnv *env, jclass type, jlong handle, jbyteArray input, jbyteArray out) {
    (void)type;
    uint8_t bytes[LONGEST_INPUT];
    uint8_t hash[HASH_BYTES];
    struct vm *vm = vm_of(env, handle);
    if (!vm || !has_room_for_hash(env, out)) {
        return;
    }
    jsize length = copy_in(env, input, bytes, LONGEST_INPUT, "an input");
    if (length < 0) {
        return;
    }
    floating_state before = save_floating();
    vm->library->calculate_hash(vm->it, bytes, (size_t)length, hash);
    restore_floating(before);
    (*env)->SetByteArrayRegion(env, out, 0, HASH_BYTES, (const jbyte *)hash);
}

/* The yardstick for what a call from Java costs: the same hashes by a loop in C; out receives the last one. */
JNIEXPORT void JNICALL Java_org_motherlode_randomx_Bridge_hashSeries(
    JNIEnv *env, jclass type, jlong handle, jbyteArray input, jint count, jbyteArray out) {
    (void)type;
    uint8_t bytes[LONGEST_INPUT];
    uint8_t hash[HASH_BYTES];
    struct vm *vm = vm_of(env, handle);
    if (!vm || !has_room_for_hash(env, out)) {
        return;
    }
    jsize length = copy_in(env, input, bytes, LONGEST_INPUT, "an input");
    if (length < 0) {
        return;
    }
    if (length == 0 || count < 1) {
        throw_argument(env, "a series has at least one hash of an input of at least one byte");
        return;
    }
    floating_state before = save_floating();
    for (jint i = 0; i < count; i++) {
        vm->library->calculate_hash(vm->it, bytes, (size_t)length, hash);
        bytes[0]++;
    }
    restore_floating(before);
    (*env)->SetByteArrayRegion(env, out, 0, HASH_BYTES, (const jbyte *)hash);
}
