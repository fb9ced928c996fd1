/* A disk that fails, for tests/crash.rs: loaded before the C library by LD_PRELOAD. Only regular files are
 * touched, never the standard streams.
 *
 *   SHIM_FSYNC_AFTER=N   fsync and fdatasync answer EIO after N calls
 *   SHIM_FSYNC_ONCE=1    … only once
 *   SHIM_FULL_AFTER=N    write, pwrite and pwrite64 answer ENOSPC after N bytes; the last write is cut short
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long long fsync_after = -1;
static long long full_after = -1;
static int fsync_once = 0;

static atomic_llong syncs;
static atomic_llong written;

static long long number(const char *name) {
    const char *text = getenv(name);
    return text && *text ? atoll(text) : -1;
}

__attribute__((constructor)) static void setup(void) {
    fsync_after = number("SHIM_FSYNC_AFTER");
    full_after = number("SHIM_FULL_AFTER");
    fsync_once = number("SHIM_FSYNC_ONCE") == 1;
}

static int watched(int fd) {
    struct stat about;
    return fd > 2 && fstat(fd, &about) == 0 && S_ISREG(about.st_mode);
}

static void *next(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) abort();
    return found;
}

static int sync_fails(int fd) {
    if (fsync_after < 0 || !watched(fd)) return 0;
    long long call = atomic_fetch_add(&syncs, 1) + 1;
    return fsync_once ? call == fsync_after + 1 : call > fsync_after;
}

static int sync_with(const char *name, int fd) {
    if (sync_fails(fd)) {
        errno = EIO;
        return -1;
    }
    return ((int (*)(int))next(name))(fd);
}

int fsync(int fd) { return sync_with("fsync", fd); }

int fdatasync(int fd) { return sync_with("fdatasync", fd); }

/* How many of these bytes still fit. */
static size_t fitting(int fd, size_t count) {
    if (full_after < 0 || count == 0 || !watched(fd)) return count;
    long long before = atomic_fetch_add(&written, (long long)count);
    if (before >= full_after) return 0;
    long long room = full_after - before;
    return (long long)count <= room ? count : (size_t)room;
}

static int full(size_t fits, size_t count) {
    if (fits > 0 || count == 0) return 0;
    errno = ENOSPC;
    return 1;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = (ssize_t (*)(int, const void *, size_t))next("write");
    size_t fits = fitting(fd, count);
    return full(fits, count) ? -1 : real(fd, bytes, fits);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (!real) real = (ssize_t (*)(int, const void *, size_t, off_t))next("pwrite");
    size_t fits = fitting(fd, count);
    return full(fits, count) ? -1 : real(fd, bytes, fits, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    static ssize_t (*real)(int, const void *, size_t, off64_t);
    if (!real) real = (ssize_t (*)(int, const void *, size_t, off64_t))next("pwrite64");
    size_t fits = fitting(fd, count);
    return full(fits, count) ? -1 : real(fd, bytes, fits, at);
}
