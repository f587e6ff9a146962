#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <readline/readline.h>
#include <readline/history.h>

/* Readline's state is global variables; these accessors are the only way to it. */

/* The way out of a read that came too late. */
static inline struct __jmp_buf_tag *readline_way_out(void) {
  static sigjmp_buf place;
  return place;
}

/* Whether a signal that ends or leaves what is being typed waits to be read. */
static inline int readline_is_wanted(void) {
  sigset_t waiting;
  return sigpending(&waiting) == 0
    && (sigismember(&waiting, SIGINT) || sigismember(&waiting, SIGTSTP) || sigismember(&waiting, SIGQUIT)
        || sigismember(&waiting, SIGTERM) || sigismember(&waiting, SIGHUP));
}

/* Reads one byte. The terminal drops what was typed before Ctrl-C: a byte that was there a moment ago may be gone, and
   waiting for another one would keep the signal waiting too. */
static inline int readline_getc(FILE *stream) {
  struct pollfd waiting = {fileno(stream), POLLIN, 0};
  unsigned char byte;
  for (;;) {
    ssize_t count = read(waiting.fd, &byte, 1);
    if (count == 1) return byte;
    if (count < 0 && errno != EINTR) return EOF;
    if (readline_is_wanted()) siglongjmp(readline_way_out(), 1);
    if (poll(&waiting, 1, 100) > 0 && (waiting.revents & (POLLHUP | POLLERR | POLLNVAL))) return EOF;
  }
}

/* Lets readline take one key; returns early when there is none and a signal is to be looked at. */
static inline void readline_take_key(void) {
  if (sigsetjmp(readline_way_out(), 0) == 0) rl_callback_read_char();
}

/* Readline's settings of the terminal, but a read never waits: poll does. */
static inline void readline_set_terminal(int meta) {
  struct termios settings;
  rl_prep_terminal(meta);
  if (tcgetattr(STDIN_FILENO, &settings) != 0) return;
  settings.c_cc[VMIN] = 0;
  settings.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &settings);
}

static inline void readline_prepare(rl_completion_func_t *complete) {
  rl_readline_name = "heavylegs";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_getc_function = readline_getc;
  rl_prep_term_function = readline_set_terminal;
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = (char *)" \t\n";
  rl_completer_quote_characters = "";
}

static inline const char *readline_text(void) { return rl_line_buffer ? rl_line_buffer : ""; }

static inline int readline_cursor(void) { return rl_point; }

/* Whether Ctrl-C would drop something: typed text, or a search that is under way. */
static inline int readline_is_busy(void) {
  return rl_end > 0 || RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_NUMERICARG);
}

static inline void readline_completed(int append_space, int keep_file_names) {
  rl_attempted_completion_over = !keep_file_names;
  rl_completion_append_character = append_space ? ' ' : '\0';
}

/* Leaves the line that is being typed: nothing of it survives. */
static inline void readline_abandon(void) {
  if (RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH)) rl_callback_sigcleanup();
  rl_point = rl_end;
  rl_redisplay();
  rl_echo_signal_char(SIGINT);
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_replace_line("", 1);
  rl_crlf();
  fflush(rl_outstream);
  rl_callback_handler_remove();
}

/* Whether readline ends the line itself when the input ends. */
static inline int readline_ends_line(void) {
  const char *paste = rl_variable_value("enable-bracketed-paste");
  return paste && strcmp(paste, "on") == 0 && rl_terminal_name && strcmp(rl_terminal_name, "dumb") != 0;
}

static inline void readline_redraw(void) {
  rl_on_new_line();
  rl_redisplay();
}

static inline void readline_prepare_terminal(int on) {
  if (on) {
    if (rl_prep_term_function) rl_prep_term_function(1);
  } else if (rl_deprep_term_function) {
    rl_deprep_term_function();
  }
}

/* Blocks the signals a chat handles itself and makes them readable. */
static inline int terminal_signals_open(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);
  sigaddset(&set, SIGQUIT);
  sigaddset(&set, SIGWINCH);
  sigaddset(&set, SIGTSTP);
  sigaddset(&set, SIGCONT);
  if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static inline int terminal_signals_next(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

/* Stops the program as Ctrl-Z does; returns when it is continued. */
static inline void terminal_stop(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  sigprocmask(SIG_BLOCK, &set, NULL);
}
