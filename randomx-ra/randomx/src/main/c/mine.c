#include "bridge.h"
#include "floating.h"
#include "org_motherlode_randomx_Bridge.h"

#include <stdlib.h>
#include <string.h>

#define MOST_NONCES 65536
#define NONCE_BYTES 8
#define HIT_BYTES (NONCE_BYTES + HASH_BYTES)

/* How a target is compared, as Target.java numbers it. */
enum order { LAST_WORD = 0, LITTLE_ENDIAN_WHOLE = 1, BIG_ENDIAN_WHOLE = 2 };

/* The numbers of a batch in the order in which Java packs them. */
struct plan {
    jlong offset, size, start, count, order;
};

struct batch {
    struct plan plan;
    uint8_t blob[LONGEST_INPUT];
    size_t length;
    uint8_t target[HASH_BYTES];
    uint8_t *hits;
    jsize found;
};

static uint64_t word_at(const uint8_t *bytes) {
    uint64_t word = 0;
    for (int i = 7; i >= 0; i--) {
        word = word << 8 | bytes[i];
    }
    return word;
}

static int at_most(const uint8_t *hash, const uint8_t *target, int little_endian) {
    for (int i = 0; i < HASH_BYTES; i++) {
        int at = little_endian ? HASH_BYTES - 1 - i : i;
        if (hash[at] != target[at]) {
            return hash[at] < target[at];
        }
    }
    return 1;
}

static int is_hit(const struct batch *batch, const uint8_t *hash) {
    if (batch->plan.order == LAST_WORD) {
        return word_at(hash + HASH_BYTES - 8) < word_at(batch->target);
    }
    return at_most(hash, batch->target, batch->plan.order == LITTLE_ENDIAN_WHOLE);
}

static void put_little_endian(uint8_t *to, uint64_t value, jlong bytes) {
    for (jlong i = 0; i < bytes; i++) {
        to[i] = (uint8_t)(value >> (8 * i));
    }
}

static void place_nonce(struct batch *batch, jlong index) {
    put_little_endian(
        batch->blob + batch->plan.offset, (uint64_t)batch->plan.start + (uint64_t)index, batch->plan.size);
}

static void judge(struct batch *batch, jlong index, const uint8_t *hash) {
    if (is_hit(batch, hash)) {
        uint8_t *hit = batch->hits + (size_t)batch->found++ * HIT_BYTES;
        put_little_endian(hit, (uint64_t)batch->plan.start + (uint64_t)index, NONCE_BYTES);
        memcpy(hit + NONCE_BYTES, hash, HASH_BYTES);
    }
}

/* While one input is hashed the next one fills the scratchpad; the state lives in the machine until the last call. */
static void run(struct vm *vm, struct batch *batch) {
    uint8_t hash[HASH_BYTES];
    floating_state before = save_floating();
    place_nonce(batch, 0);
    vm->library->calculate_hash_first(vm->it, batch->blob, batch->length);
    for (jlong index = 1; index < batch->plan.count; index++) {
        place_nonce(batch, index);
        vm->library->calculate_hash_next(vm->it, batch->blob, batch->length, hash);
        judge(batch, index - 1, hash);
    }
    vm->library->calculate_hash_last(vm->it, hash);
    judge(batch, batch->plan.count - 1, hash);
    restore_floating(before);
}

static const char *fault(const struct batch *batch, jsize target_length) {
    const struct plan *plan = &batch->plan;
    if (plan->size < 1 || plan->size > NONCE_BYTES) {
        return "a nonce has 1 to 8 bytes";
    }
    if (plan->offset < 0 || plan->offset > (jlong)batch->length - plan->size) {
        return "the nonce does not lie in the blob";
    }
    if (plan->count < 1 || plan->count > MOST_NONCES) {
        return "a batch has 1 to 65536 nonces";
    }
    uint64_t last = (uint64_t)plan->start + (uint64_t)plan->count - 1;
    if (last < (uint64_t)plan->start || (plan->size < NONCE_BYTES && last >> (8 * plan->size) != 0)) {
        return "the nonces do not fit their bytes";
    }
    if (plan->order < LAST_WORD || plan->order > BIG_ENDIAN_WHOLE) {
        return "the order of comparison is unknown";
    }
    return target_length == (plan->order == LAST_WORD ? 8 : HASH_BYTES) ? 0 : "the target has the wrong length";
}

static int read_batch(JNIEnv *env, struct batch *batch, jbyteArray blob, jlongArray plan, jbyteArray target) {
    if (!plan || (*env)->GetArrayLength(env, plan) != (jsize)(sizeof batch->plan / sizeof(jlong))) {
        throw_argument(env, "a plan has five numbers");
        return 0;
    }
    (*env)->GetLongArrayRegion(env, plan, 0, 5, &batch->plan.offset);
    jsize length = copy_in(env, blob, batch->blob, LONGEST_INPUT, "a blob");
    jsize target_length = length < 0 ? -1 : copy_in(env, target, batch->target, HASH_BYTES, "a target");
    if (target_length < 0) {
        return 0;
    }
    batch->length = (size_t)length;
    const char *wrong = fault(batch, target_length);
    if (wrong) {
        throw_argument(env, "%s", wrong);
    }
    return !wrong;
}

JNIEXPORT jbyteArray JNICALL Java_org_motherlode_randomx_Bridge_mine(
    JNIEnv *env, jclass type, jlong handle, jbyteArray blob, jlongArray plan, jbyteArray target) {
    (void)type;
    struct batch batch;
    struct vm *vm = vm_of(env, handle);
    if (!vm || !read_batch(env, &batch, blob, plan, target)) {
        return 0;
    }
    batch.found = 0;
    batch.hits = malloc((size_t)batch.plan.count * HIT_BYTES);
    if (!batch.hits) {
        throw_state(env, "no memory for the hits of a batch");
        return 0;
    }
    run(vm, &batch);
    jbyteArray hits = (*env)->NewByteArray(env, batch.found * HIT_BYTES);
    if (hits) {
        (*env)->SetByteArrayRegion(env, hits, 0, batch.found * HIT_BYTES, (const jbyte *)batch.hits);
    }
    free(batch.hits);
    return hits;
}
