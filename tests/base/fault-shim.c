/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Maakland contributors
 *
 * Makes calls of the C library fail on purpose, for tests of saving. Loaded with LD_PRELOAD. A test arms it with one
 * fault (which call, which errno, from which time on, once or for ever) and with standing refusals (a folder in which
 * nothing can be made, a file system without rename). Only what concerns files under one folder is touched, so that the
 * libraries underneath go on as ever. Single-threaded.
 *
 * The functions that a test calls are found with dlsym(): fault_shim_watch(), fault_shim_refuse(), fault_shim_arm(),
 * fault_shim_disarm(), fault_shim_count(), fault_shim_hits(); fault_shim_call_at() lets another program, played by a function
 * of the test, act at a call.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define EXPORT __attribute__ ((visibility ("default")))
#define MAX_CALLS 16
#define SHORT_WRITE (-1)

EXPORT void fault_shim_watch (const char *folder);
EXPORT void fault_shim_refuse (const char *call, int error);
EXPORT void fault_shim_arm (const char *call, int error, int nth, int for_ever);
EXPORT void fault_shim_call_at (const char *call, void (*function) (void));
EXPORT void fault_shim_disarm (void);
EXPORT int  fault_shim_count (const char *call);
EXPORT int  fault_shim_hits (void);

static struct
{
  const char *name;
  int         n;       /* how often it was called since the shim was armed */
  int         refusal; /* errno that it always gives; 0: none */
} calls[MAX_CALLS] = {
  { "create" }, { "open" }, { "read" }, { "write" }, { "fsync" }, { "rename" }, { "close" }, { "unlink" }, { "fchmod" }, { "fchown" }, { "ftruncate" }
};

static char        watched[PATH_MAX];
static const char *fault_call;
static int         fault_error, fault_nth, fault_for_ever, fault_hits, counting;
static const char *acting_call;
static void (*act) (void);

static int
find (const char *name)
{
  for (int i = 0; i < MAX_CALLS && calls[i].name != NULL; i++)
    if (strcmp (calls[i].name, name) == 0)
      return i;
  return -1;
}

void
fault_shim_watch (const char *folder)
{
  snprintf (watched, sizeof watched, "%s", folder);
  for (int i = 0; i < MAX_CALLS; i++)
    calls[i].refusal = 0;
}

void
fault_shim_refuse (const char *call, int error)
{
  calls[find (call)].refusal = error;
}

void
fault_shim_arm (const char *call, int error, int nth, int for_ever)
{
  for (int i = 0; i < MAX_CALLS; i++)
    calls[i].n = 0;
  fault_call = call;
  fault_error = error;
  fault_nth = nth;
  fault_for_ever = for_ever;
  fault_hits = 0;
  counting = 1;
}

/* The next time that @call is made, @function runs first, unwatched; once. */
void
fault_shim_call_at (const char *call, void (*function) (void))
{
  acting_call = call;
  act = function;
}

void
fault_shim_disarm (void)
{
  counting = 0;
  act = NULL;
}

int
fault_shim_count (const char *call)
{
  return calls[find (call)].n;
}

int
fault_shim_hits (void)
{
  return fault_hits;
}

static int
is_watched (const char *path)
{
  return counting && path != NULL && watched[0] != '\0' && strncmp (path, watched, strlen (watched)) == 0;
}

static int
is_watched_fd (int fd)
{
  char    link[64], path[PATH_MAX];
  ssize_t n;

  if (!counting)
    return 0;
  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  n = readlink (link, path, sizeof path - 1);
  if (n < 0)
    return 0;
  path[n] = '\0';
  return is_watched (path);
}

/* Counts a call; gives the errno that it shall fail with, SHORT_WRITE, or 0 to go on. */
static int
strike (const char *name)
{
  const int i = find (name);

  if (act != NULL && strcmp (acting_call, name) == 0)
    {
      void (*function) (void) = act;
      act = NULL;
      counting = 0;
      function ();
      counting = 1;
    }
  calls[i].n++;
  if (fault_call != NULL && strcmp (fault_call, name) == 0 && (calls[i].n == fault_nth || (fault_for_ever && calls[i].n > fault_nth)))
    {
      fault_hits++;
      return fault_error;
    }
  return calls[i].refusal;
}

static int
open_through (const char *name, const char *path, int flags, mode_t mode)
{
  int (*next) (const char *, int, ...) = (int (*) (const char *, int, ...)) dlsym (RTLD_NEXT, name);
  int error = is_watched (path) ? strike (flags & O_CREAT ? "create" : "open") : 0;

  if (error > 0)
    {
      errno = error;
      return -1;
    }
  return next (path, flags, mode);
}

#define DEFINE_OPEN(name)                             \
  EXPORT int name (const char *path, int flags, ...); \
  int        name (const char *path, int flags, ...)  \
  {                                                   \
    va_list rest;                                     \
    mode_t  mode = 0;                                 \
    va_start (rest, flags);                           \
    if (flags & O_CREAT)                              \
      mode = va_arg (rest, mode_t);                   \
    va_end (rest);                                    \
    return open_through (#name, path, flags, mode);   \
  }

#undef open
#undef open64
DEFINE_OPEN (open)
DEFINE_OPEN (open64)

/* A call on an open file: fails, or goes on to the C library. */
#define DEFINE_FD(type, name, call, parameters, arguments)                    \
  EXPORT type name parameters;                                                \
  type name        parameters                                                 \
  {                                                                           \
    type (*next) parameters = (type (*) parameters) dlsym (RTLD_NEXT, #name); \
    const int error = is_watched_fd (fd) ? strike (call) : 0;                 \
    if (error > 0)                                                            \
      {                                                                       \
        errno = error;                                                        \
        return -1;                                                            \
      }                                                                       \
    return next arguments;                                                    \
  }

/* Nobody pulls the plug here, so a watched sync is only counted: tests need not wait for the disk. */
EXPORT int fsync (int fd);
int
fsync (int fd)
{
  int (*next) (int) = (int (*) (int)) dlsym (RTLD_NEXT, "fsync");
  const int watching = is_watched_fd (fd);
  const int error = watching ? strike ("fsync") : 0;

  if (error <= 0)
    return watching ? 0 : next (fd);
  errno = error;
  return -1;
}

DEFINE_FD (int, fchmod, "fchmod", (int fd, mode_t mode), (fd, mode))
DEFINE_FD (int, fchown, "fchown", (int fd, uid_t owner, gid_t group), (fd, owner, group))
DEFINE_FD (int, ftruncate, "ftruncate", (int fd, off_t length), (fd, length))
DEFINE_FD (int, ftruncate64, "ftruncate", (int fd, off_t length), (fd, length))
DEFINE_FD (ssize_t, read, "read", (int fd, void *data, size_t n), (fd, data, n))
DEFINE_FD (ssize_t, pread, "read", (int fd, void *data, size_t n, off_t at), (fd, data, n, at))
DEFINE_FD (ssize_t, pread64, "read", (int fd, void *data, size_t n, off_t at), (fd, data, n, at))

/* Writing may also take less than it was given: about half. */
#define DEFINE_WRITE(name, parameters, arguments)                                   \
  EXPORT ssize_t name parameters;                                                   \
  ssize_t name        parameters                                                    \
  {                                                                                 \
    ssize_t (*next) parameters = (ssize_t (*) parameters) dlsym (RTLD_NEXT, #name); \
    const int error = is_watched_fd (fd) ? strike ("write") : 0;                    \
    if (error > 0)                                                                  \
      {                                                                             \
        errno = error;                                                              \
        return -1;                                                                  \
      }                                                                             \
    if (error == SHORT_WRITE)                                                       \
      n = (n + 1) / 2;                                                              \
    return next arguments;                                                          \
  }

DEFINE_WRITE (write, (int fd, const void *data, size_t n), (fd, data, n))
DEFINE_WRITE (pwrite, (int fd, const void *data, size_t n, off_t at), (fd, data, n, at))
DEFINE_WRITE (pwrite64, (int fd, const void *data, size_t n, off_t at), (fd, data, n, at))

/* A failed close has closed, as on Linux. */
EXPORT int close (int fd);
int
close (int fd)
{
  int (*next) (int) = (int (*) (int)) dlsym (RTLD_NEXT, "close");
  const int error = is_watched_fd (fd) ? strike ("close") : 0;
  const int result = next (fd);

  if (error <= 0)
    return result;
  errno = error;
  return -1;
}

EXPORT int rename (const char *from, const char *to);
int
rename (const char *from, const char *to)
{
  int (*next) (const char *, const char *) = (int (*) (const char *, const char *)) dlsym (RTLD_NEXT, "rename");
  const int error = is_watched (to) ? strike ("rename") : 0;

  if (error <= 0)
    return next (from, to);
  errno = error;
  return -1;
}

EXPORT int unlink (const char *path);
int
unlink (const char *path)
{
  int (*next) (const char *) = (int (*) (const char *)) dlsym (RTLD_NEXT, "unlink");
  const int error = is_watched (path) ? strike ("unlink") : 0;

  if (error <= 0)
    return next (path);
  errno = error;
  return -1;
}
