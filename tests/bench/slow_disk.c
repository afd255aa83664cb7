/* Lets every fsync take as long as on a slower disk: LD_PRELOAD this, and set FSYNC_MS. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int delayed(const char *name, int file) {
    const char *ms = getenv("FSYNC_MS");
    if (ms) usleep((useconds_t)(atof(ms) * 1000));
    return ((int (*)(int))dlsym(RTLD_NEXT, name))(file);
}

int fsync(int file) { return delayed("fsync", file); }
int fdatasync(int file) { return delayed("fdatasync", file); }
