#include <malloc.h>

// Memory that was freed is given back to the system, from all heaps.
static inline void malloc_give_back(void) { malloc_trim(0); }

// Threads share so many heaps: what one of them freed the next can use.
static inline void malloc_share_heaps(int count) { mallopt(M_ARENA_MAX, count); }

// From so many bytes on memory is of its own, and given back at once when it is freed. Without this the limit grows with
// what is freed, and each larger table leaves the room of the smaller one before it behind.
static inline void malloc_keep_apart(int bytes) { mallopt(M_MMAP_THRESHOLD, bytes); }
