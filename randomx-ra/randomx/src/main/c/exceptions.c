#include "bridge.h"

#include <stdarg.h>
#include <stdio.h>

static void throw_as(JNIEnv *env, const char *class_name, const char *format, va_list arguments) {
    char message[512];
    vsnprintf(message, sizeof message, format, arguments);
    jclass thrown = (*env)->FindClass(env, class_name);
    if (thrown) {
        (*env)->ThrowNew(env, thrown, message);
    }
}

void throw_state(JNIEnv *env, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    throw_as(env, "java/lang/IllegalStateException", format, arguments);
    va_end(arguments);
}

void throw_argument(JNIEnv *env, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    throw_as(env, "java/lang/IllegalArgumentException", format, arguments);
    va_end(arguments);
}
