#!/bin/sh
# Compiles the bridge: compile.sh <java home> <folder of the generated headers> <folder of the result> <folder of classes>
# The result stands twice: as lib*.so for a module of the server, and inside the jar, under a name that no container
# takes for a native library of its own, for programs that run outside a server.
set -eu
java_home=$1 headers=$2 result=$3 classes=$4
here=$(dirname "$0")
platform="linux-$(uname -m)"
mkdir -p "$result" "$classes/native/$platform"
"${CC:-gcc}" -std=gnu11 -O2 -fPIC -shared -fvisibility=hidden -Wall -Wextra -Werror \
    -I "$java_home/include" -I "$java_home/include/linux" -I "$headers" -I "$here" \
    -Wl,-z,noexecstack -Wl,-z,relro -Wl,-z,now -Wl,-z,defs \
    -o "$result/libmotherlode-randomx.so" "$here"/*.c -ldl
cp "$result/libmotherlode-randomx.so" "$classes/native/$platform/motherlode-randomx.bin"
