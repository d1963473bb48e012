/*
 * RandomX changes the rounding mode and flushes denormals, and its pipelined calls leave it so. Java expects the state
 * it had, so every call that hashes saves it before and restores it after, within one native call.
 */
#ifndef MOTHERLODE_FLOATING_H
#define MOTHERLODE_FLOATING_H

#include <stdint.h>

#if defined(__x86_64__)
#include <xmmintrin.h>

typedef unsigned int floating_state;

static inline floating_state save_floating(void) { return _mm_getcsr(); }

static inline void restore_floating(floating_state state) { _mm_setcsr(state); }

#elif defined(__aarch64__)

typedef uint64_t floating_state;

static inline floating_state save_floating(void) {
    floating_state state;
    __asm__ volatile("mrs %0, fpcr" : "=r"(state) : : "memory");
    return state;
}

static inline void restore_floating(floating_state state) {
    __asm__ volatile("msr fpcr, %0" : : "r"(state) : "memory");
}

#else
#error "the bridge knows the floating-point state of x86_64 and aarch64 only"
#endif

#endif
