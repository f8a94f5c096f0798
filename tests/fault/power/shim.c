// Loaded before the C library (LD_PRELOAD) into a process of a test: writes down, in their order, all changes to files
// below BILIK_POWER_ROOT, what was made durable of them, and what the process said on its standard output. From that
// tests/fault/power/disk.ts makes the disk as it may be after power is lost. Test only.
//
// A disk that fails: BILIK_POWER_FAIL is "KIND N LASTING". Of the writes, cuts, syncs and renames below the root, from
// when the process says a line that begins with BILIK_POWER_FROM, the Nth does not succeed; LASTING 1: nor does any
// after it. KIND is an errno, or 0: half of what is to be written is taken (a cut, sync or rename fails with EIO).
//
// A record: "OP OFFSET LENGTH PATH\n", then LENGTH bytes.
//   W written   T cut or grown to OFFSET   S synced (a file, or the names in a folder)
//   C made      D folder made              R renamed: the bytes are the new path
//   U removed   M said   F failed, as the OFFSETth

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *root;
static int log_fd = -1;
static const char *fail_from;
static int fail_kind = -1, fail_lasts, fail_began;
static long fail_at, fail_count;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (found == NULL) abort();
  return found;
}

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("BILIK_POWER_LOG");
  root = getenv("BILIK_POWER_ROOT");
  if (log != NULL && root != NULL) log_fd = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const char *fail = getenv("BILIK_POWER_FAIL");
  fail_from = getenv("BILIK_POWER_FROM");
  if (fail == NULL || fail_from == NULL) return;
  if (sscanf(fail, "%d %ld %d", &fail_kind, &fail_at, &fail_lasts) != 3) abort();
}

static int is_watched(const char *path) {
  return log_fd >= 0 && strncmp(path, root, strlen(root)) == 0;
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = REAL(write)(log_fd, at, length);
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

static void note(char op, off_t offset, const void *bytes, size_t length, const char *path) {
  char line[PATH_MAX + 64];
  int size = snprintf(line, sizeof line, "%c %lld %zu %s\n", op, (long long)offset, length, path);
  put(line, (size_t)size);
  if (length > 0) put(bytes, length);
}

// True for a line from which on the disk may fail.
static int begins(const char *line, size_t length) {
  size_t from = fail_from == NULL ? 0 : strlen(fail_from);
  return from > 0 && length >= from && memcmp(line, fail_from, from) == 0;
}

// Counts a change of a watched file; true when it is to fail.
static int fails(const char *path) {
  if (!fail_began) return 0;
  fail_count += 1;
  if (fail_lasts ? fail_count < fail_at : fail_count != fail_at) return 0;
  note('F', fail_count, NULL, 0, path);
  errno = fail_kind > 0 ? fail_kind : EIO;
  return 1;
}

// What of a write is taken: all, half of it, or -1 for none.
static ssize_t taken(const char *path, size_t length) {
  if (!fails(path)) return (ssize_t)length;
  return fail_kind == 0 && length > 1 ? (ssize_t)(length / 2) : -1;
}

// The path of an open file; 0: it is none that is watched.
static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_watched(path) && strstr(path, " (deleted)") == NULL;
}

// The path that a call names, made whole.
static int whole(int dirfd, const char *path, char *out) {
  if (path[0] == '/') snprintf(out, PATH_MAX, "%s", path);
  else if (dirfd == AT_FDCWD) {
    char folder[PATH_MAX];
    if (getcwd(folder, sizeof folder) == NULL) return 0;
    snprintf(out, PATH_MAX, "%.2000s/%.2000s", folder, path);
  } else return 0;
  return is_watched(out);
}

#define LOCKED(result_type, ...)          \
  do {                                    \
    pthread_mutex_lock(&lock);            \
    result_type result;                   \
    __VA_ARGS__;                          \
    int kept = errno;                     \
    pthread_mutex_unlock(&lock);          \
    errno = kept;                         \
    return result;                        \
  } while (0)

static int opened(const char *symbol, int dirfd, const char *path, int flags, mode_t mode) {
  char at[PATH_MAX];
  struct stat info;
  int watched = whole(dirfd, path, at);
  int was = watched && lstat(at, &info) == 0;
  int fd = ((int (*)(int, const char *, int, ...))real(symbol))(dirfd, path, flags, mode);
  if (fd >= 0 && watched && (flags & O_ACCMODE) != O_RDONLY) {
    if (!was) note('C', 0, NULL, 0, at);
    else if (flags & O_TRUNC) note('T', 0, NULL, 0, at);
  }
  return fd;
}

#define MODE(last)                        \
  mode_t mode = 0;                        \
  if (flags & (O_CREAT | O_TMPFILE)) {    \
    va_list more;                         \
    va_start(more, last);                 \
    mode = (mode_t)va_arg(more, int);     \
    va_end(more);                         \
  }

int open(const char *path, int flags, ...) {
  MODE(flags)
  LOCKED(int, result = opened("openat", AT_FDCWD, path, flags, mode));
}
int open64(const char *path, int flags, ...) {
  MODE(flags)
  LOCKED(int, result = opened("openat64", AT_FDCWD, path, flags, mode));
}
int openat(int dirfd, const char *path, int flags, ...) {
  MODE(flags)
  LOCKED(int, result = opened("openat", dirfd, path, flags, mode));
}
int openat64(int dirfd, const char *path, int flags, ...) {
  MODE(flags)
  LOCKED(int, result = opened("openat64", dirfd, path, flags, mode));
}
int creat(const char *path, mode_t mode) {
  LOCKED(int, result = opened("openat", AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode));
}

// Where the file stands; for what appends, its end after the write.
static off_t place_before(int fd) {
  int flags = fcntl(fd, F_GETFL);
  struct stat info;
  if (flags >= 0 && (flags & O_APPEND) && fstat(fd, &info) == 0) return info.st_size;
  return lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  char path[PATH_MAX];
  LOCKED(ssize_t, {
    int said = fd == 1 && log_fd >= 0;
    int watched = !said && log_fd >= 0 && path_of(fd, path);
    off_t at = watched ? place_before(fd) : 0;
    ssize_t some = watched ? taken(path, length) : (ssize_t)length;
    result = some < 0 ? -1 : REAL(write)(fd, bytes, (size_t)some);
    if (result > 0 && said) note('M', 0, bytes, (size_t)result, "-");
    if (said && begins(bytes, length)) fail_began = 1;
    if (result > 0 && watched) note('W', at, bytes, (size_t)result, path);
  });
}

static ssize_t put_at(const char *symbol, int fd, const void *bytes, size_t length, off_t at) {
  char path[PATH_MAX];
  int watched = log_fd >= 0 && path_of(fd, path);
  ssize_t some = watched ? taken(path, length) : (ssize_t)length;
  if (some < 0) return -1;
  ssize_t done = ((ssize_t (*)(int, const void *, size_t, off_t))real(symbol))(fd, bytes, (size_t)some, at);
  if (done > 0 && watched) note('W', at, bytes, (size_t)done, path);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  LOCKED(ssize_t, result = put_at("pwrite", fd, bytes, length, at));
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  LOCKED(ssize_t, result = put_at("pwrite64", fd, bytes, length, at));
}

static void note_vector(const struct iovec *parts, int count, ssize_t done, off_t at, const char *path) {
  for (int i = 0; i < count && done > 0; i++) {
    size_t length = parts[i].iov_len < (size_t)done ? parts[i].iov_len : (size_t)done;
    if (length > 0) note('W', at, parts[i].iov_base, length, path);
    at += (off_t)length;
    done -= (ssize_t)length;
  }
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  char path[PATH_MAX];
  LOCKED(ssize_t, {
    int watched = log_fd >= 0 && path_of(fd, path);
    off_t at = watched ? place_before(fd) : 0;
    result = watched && fails(path) ? -1 : REAL(writev)(fd, parts, count);
    if (watched) note_vector(parts, count, result, at, path);
  });
}
static ssize_t put_vector(const char *symbol, int fd, const struct iovec *parts, int count, off_t at) {
  char path[PATH_MAX];
  int watched = log_fd >= 0 && path_of(fd, path);
  if (watched && fails(path)) return -1;
  ssize_t done = ((ssize_t (*)(int, const struct iovec *, int, off_t))real(symbol))(fd, parts, count, at);
  if (watched) note_vector(parts, count, done, at, path);
  return done;
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
  LOCKED(ssize_t, result = put_vector("pwritev", fd, parts, count, at));
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
  LOCKED(ssize_t, result = put_vector("pwritev64", fd, parts, count, at));
}

static int cut(const char *symbol, int fd, off_t size) {
  char path[PATH_MAX];
  int watched = log_fd >= 0 && path_of(fd, path);
  if (watched && fails(path)) return -1;
  int done = ((int (*)(int, off_t))real(symbol))(fd, size);
  if (done == 0 && watched) note('T', size, NULL, 0, path);
  return done;
}
int ftruncate(int fd, off_t size) { LOCKED(int, result = cut("ftruncate", fd, size)); }
int ftruncate64(int fd, off64_t size) { LOCKED(int, result = cut("ftruncate64", fd, size)); }

static int synced(const char *symbol, int fd) {
  char path[PATH_MAX];
  int watched = log_fd >= 0 && path_of(fd, path);
  if (watched && fails(path)) return -1;
  int done = ((int (*)(int))real(symbol))(fd);
  if (done == 0 && watched) note('S', 0, NULL, 0, path);
  return done;
}
int fsync(int fd) { LOCKED(int, result = synced("fsync", fd)); }
int fdatasync(int fd) { LOCKED(int, result = synced("fdatasync", fd)); }

int rename(const char *from, const char *to) {
  char a[PATH_MAX], b[PATH_MAX];
  LOCKED(int, {
    int watched = whole(AT_FDCWD, from, a) && whole(AT_FDCWD, to, b);
    result = watched && fails(a) ? -1 : REAL(rename)(from, to);
    if (result == 0 && watched) note('R', 0, b, strlen(b), a);
  });
}

static int removed(const char *symbol, const char *path) {
  char at[PATH_MAX];
  int watched = whole(AT_FDCWD, path, at);
  int done = ((int (*)(const char *))real(symbol))(path);
  if (done == 0 && watched) note('U', 0, NULL, 0, at);
  return done;
}
int unlink(const char *path) { LOCKED(int, result = removed("unlink", path)); }
int rmdir(const char *path) { LOCKED(int, result = removed("rmdir", path)); }

int mkdir(const char *path, mode_t mode) {
  char at[PATH_MAX];
  LOCKED(int, {
    int watched = whole(AT_FDCWD, path, at);
    result = REAL(mkdir)(path, mode);
    if (result == 0 && watched) note('D', 0, NULL, 0, at);
  });
}
