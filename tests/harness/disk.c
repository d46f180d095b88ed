/* A disk under one process: loaded before libc, it writes down what is done to the files of one folder, or makes one
   operation of it fail. Nothing happens before disk_watch() was called.

   Written to the log, one event a line, and the bytes behind it where there are any:
     C path · file made     W path · bytes written     T path · cut to a length     S path · synced (a folder too)
     U path · removed       R new<TAB>old · renamed    L new<TAB>old · linked        M - · printed on stdout or stderr */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST 1024
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static char folder[PATH_MAX];
static char *names[MOST]; /* the path of each open descriptor that is watched */
static int log_to = -1, error_given, stays;
static long fails_at, seen;

/* error 0: watch only; -1: be killed before the operation number `at`; else that errno; `stay`: every later one fails too */
void disk_watch(const char *path, int log, long at, int error, int stay) {
    snprintf(folder, sizeof folder, "%s", path);
    log_to = log; fails_at = at; error_given = error; stays = stay; seen = 0;
}

long disk_seen(void) { return seen; }

static int inside(const char *path) {
    size_t length = strlen(folder);
    return length && path && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static const char *name_of(int fd) { return fd >= 0 && fd < MOST ? names[fd] : NULL; }

static int fails(void) {
    seen++;
    if (!error_given || !(seen == fails_at || (stays && seen > fails_at))) return 0;
    if (error_given < 0) kill(getpid(), SIGKILL);
    errno = error_given;
    return 1;
}

static void note(char what, const char *path, const char *other, long offset, const void *bytes, long length) {
    static ssize_t (*put)(int, const void *, size_t);
    char line[2 * PATH_MAX + 64];
    int before = errno, size;
    if (log_to < 0) return;
    if (!put) put = REAL(write);
    size = snprintf(line, sizeof line, "%c %ld %ld %s%s%s\n", what, offset, length, path, other ? "\t" : "", other ? other : "");
    if (put(log_to, line, size) != size || (bytes && put(log_to, bytes, length) != length)) abort();
    errno = before;
}

static int opened(int fd, const char *path, int flags, int was_there) {
    if (fd < 0 || fd >= MOST) return fd;
    free(names[fd]);
    names[fd] = inside(path) ? strdup(path) : NULL;
    if (names[fd] && (flags & O_CREAT) && !was_there) note('C', path, NULL, 0, NULL, 0);
    else if (names[fd] && (flags & O_TRUNC)) note('T', path, NULL, 0, NULL, 0);
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        int was_there = inside(path) && !access(path, F_OK); \
        return opened(REAL(name)(path, flags, mode), path, flags, was_there); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int at, const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        int was_there = inside(path) && !access(path, F_OK); \
        return opened(REAL(name)(at, path, flags, mode), path, flags, was_there); \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    if (name_of(fd)) { free(names[fd]); names[fd] = NULL; }
    return REAL(close)(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    const char *path = name_of(fd);
    if (path && fails()) return -1;
    long offset = path ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = REAL(write)(fd, bytes, length);
    if (path && done > 0) note('W', path, NULL, offset, bytes, done);
    else if (*folder && (fd == 1 || fd == 2) && done > 0) note('M', "-", NULL, 0, bytes, done);
    return done;
}

#define PWRITE(name, off) \
    ssize_t name(int fd, const void *bytes, size_t length, off offset) { \
        const char *path = name_of(fd); \
        if (path && fails()) return -1; \
        ssize_t done = REAL(name)(fd, bytes, length, offset); \
        if (path && done > 0) note('W', path, NULL, offset, bytes, done); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define ON_DESCRIPTOR(name, what, declared, given, offset) \
    int name declared { \
        const char *path = name_of(fd); \
        if (path && fails()) return -1; \
        int result = REAL(name) given; \
        if (path && !result) note(what, path, NULL, offset, NULL, 0); \
        return result; \
    }
ON_DESCRIPTOR(fsync, 'S', (int fd), (fd), 0)
ON_DESCRIPTOR(fdatasync, 'S', (int fd), (fd), 0)
ON_DESCRIPTOR(ftruncate, 'T', (int fd, off_t to), (fd, to), to)
ON_DESCRIPTOR(ftruncate64, 'T', (int fd, off64_t to), (fd, to), to)

#define ON_PATHS(name, what, declared, given, path, other) \
    int name declared { \
        if (inside(path) && fails()) return -1; \
        int result = REAL(name) given; \
        if (inside(path) && !result) note(what, path, other, 0, NULL, 0); \
        return result; \
    }
ON_PATHS(unlink, 'U', (const char *path), (path), path, NULL)
ON_PATHS(unlinkat, 'U', (int at, const char *path, int flags), (at, path, flags), path, NULL)
ON_PATHS(rename, 'R', (const char *from, const char *to), (from, to), to, from)
ON_PATHS(link, 'L', (const char *from, const char *to), (from, to), to, from)
ON_PATHS(linkat, 'L', (int at, const char *from, int to_at, const char *to, int flags), (at, from, to_at, to, flags), to, from)
