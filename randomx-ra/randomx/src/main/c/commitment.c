#include "bridge.h"
#include "org_motherlode_randomx_Bridge.h"

JNIEXPORT jboolean JNICALL Java_org_motherlode_randomx_Bridge_hasCommitment(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    struct library *library = library_of(env, handle);
    return library && library->calculate_commitment ? JNI_TRUE : JNI_FALSE;
}

JNIEXPORT void JNICALL Java_org_motherlode_randomx_Bridge_commitment(
    JNIEnv *env, jclass type, jlong handle, jbyteArray input, jbyteArray hash, jbyteArray out) {
    (void)type;
    uint8_t bytes[LONGEST_INPUT];
    uint8_t hashed[HASH_BYTES];
    uint8_t commitment[HASH_BYTES];
    struct library *library = library_of(env, handle);
    if (!library || !has_room_for_hash(env, hash) || !has_room_for_hash(env, out)) {
        return;
    }
    if (!library->calculate_commitment) {
        throw_state(env, "this librandomx has no commitments; version 1.2 and later do");
        return;
    }
    jsize length = copy_in(env, input, bytes, LONGEST_INPUT, "an input");
    if (length < 0 || copy_in(env, hash, hashed, HASH_BYTES, "a hash") < 0) {
        return;
    }
    library->calculate_commitment(bytes, (size_t)length, hashed, commitment);
    (*env)->SetByteArrayRegion(env, out, 0, HASH_BYTES, (const jbyte *)commitment);
}
