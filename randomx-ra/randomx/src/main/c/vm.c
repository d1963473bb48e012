#include "bridge.h"
#include "org_motherlode_randomx_Bridge.h"

#include <stdlib.h>

/* A light machine: the cache is given and has a key; a fast one: the dataset is given and the flag is set. */
static int fits(JNIEnv *env, struct library *library, struct region *memory, int fast) {
    if (memory->library != library) {
        throw_state(env, "the memory belongs to another library");
        return 0;
    }
    if (!fast && !memory->ready) {
        throw_state(env, "the cache has no key yet");
        return 0;
    }
    return 1;
}

static jlong vm_handle(JNIEnv *env, struct library *library, void *it, int fast) {
    struct vm *vm = it ? malloc(sizeof *vm) : 0;
    if (!vm) {
        if (it) {
            library->destroy_vm(it);
        }
        throw_state(env, "the library could not make a virtual machine: no memory, or no executable memory");
        return 0;
    }
    *vm = (struct vm){VM_MARK, library, it, fast};
    return (jlong)(intptr_t)vm;
}

JNIEXPORT jlong JNICALL Java_org_motherlode_randomx_Bridge_newVm(
    JNIEnv *env, jclass type, jlong handle, jint flags, jlong memory_handle) {
    (void)type;
    int fast = (flags & FLAG_FULL_MEMORY) != 0;
    struct library *library = library_of(env, handle);
    if (!library) {
        return 0;
    }
    struct region *memory = fast ? dataset_of(env, memory_handle) : cache_of(env, memory_handle);
    if (!memory || !fits(env, library, memory, fast)) {
        return 0;
    }
    void *it = library->create_vm(flags, fast ? 0 : memory->it, fast ? memory->it : 0);
    return vm_handle(env, library, it, fast);
}

JNIEXPORT void JNICALL Java_org_motherlode_randomx_Bridge_useMemory(
    JNIEnv *env, jclass type, jlong handle, jlong memory_handle) {
    (void)type;
    struct vm *vm = vm_of(env, handle);
    if (!vm) {
        return;
    }
    struct region *memory = vm->fast ? dataset_of(env, memory_handle) : cache_of(env, memory_handle);
    if (!memory || !fits(env, vm->library, memory, vm->fast)) {
        return;
    }
    if (vm->fast) {
        vm->library->vm_set_dataset(vm->it, memory->it);
    } else {
        vm->library->vm_set_cache(vm->it, memory->it);
    }
}

JNIEXPORT void JNICALL Java_org_motherlode_randomx_Bridge_freeVm(JNIEnv *env, jclass type, jlong handle) {
    (void)type;
    struct vm *vm = vm_of(env, handle);
    if (vm) {
        vm->mark = 0;
        vm->library->destroy_vm(vm->it);
        free(vm);
    }
}
