#include <malloc.h>

// Memory that was freed is given back to the system, from all heaps.
static inline void malloc_give_back(void) { malloc_trim(0); }

// Threads share so many heaps: what one of them freed the next can use.
static inline void malloc_share_heaps(int count) { mallopt(M_ARENA_MAX, count); }
