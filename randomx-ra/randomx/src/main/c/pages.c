#include "bridge.h"
#include "org_motherlode_randomx_Bridge.h"

#include <sys/mman.h>
#include <unistd.h>

/*
 * What the kernel lets us do with memory that was written: 2 = write and execute at once, 1 = execute after writing
 * has been given up, 0 = neither (SELinux execmem, MemoryDenyWriteExecute). Asked before any just-in-time compiler is
 * used: some versions of the library crash at the first hash where others answer that they cannot.
 */
JNIEXPORT jint JNICALL Java_org_motherlode_randomx_Bridge_executableMemory(JNIEnv *env, jclass type) {
    (void)env;
    (void)type;
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    volatile uint8_t *code = mmap(0, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (code == MAP_FAILED) {
        return 0;
    }
    code[0] = 0xc3;
    int may = 0;
    if (mprotect((void *)code, page, PROT_READ | PROT_WRITE | PROT_EXEC) == 0) {
        may = 2;
    } else if (mprotect((void *)code, page, PROT_READ | PROT_EXEC) == 0) {
        may = 1;
    }
    munmap((void *)code, page);
    return may;
}

static struct region *region_of(JNIEnv *env, jlong handle) {
    struct region *region = (struct region *)(intptr_t)handle;
    return region && region->mark == DATASET_MARK ? region : cache_of(env, handle);
}

JNIEXPORT jlong JNICALL Java_org_motherlode_randomx_Bridge_address(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    struct region *region = region_of(env, handle);
    return region ? (jlong)(intptr_t)region->memory : 0;
}

JNIEXPORT jlong JNICALL Java_org_motherlode_randomx_Bridge_bytes(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    struct region *region = region_of(env, handle);
    return region ? (jlong)region->bytes : 0;
}

JNIEXPORT jint JNICALL Java_org_motherlode_randomx_Bridge_advice(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    struct region *region = region_of(env, handle);
    return region ? region->advice : 0;
}
