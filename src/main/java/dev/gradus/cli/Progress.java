package dev.gradus.cli;

import java.util.concurrent.atomic.AtomicInteger;

/** A line that counts documents, on a terminal only; it is wiped at the end. */
final class Progress {
  private final Console console;
  private final int total;
  private final AtomicInteger done = new AtomicInteger();

  Progress(Console console, int total) {
    this.console = console;
    this.total = total;
  }

  void finished() {
    int now = done.incrementAndGet();
    if (isShown()) {
      show("\r" + now + " of " + total + " documents");
    }
  }

  void end() {
    if (isShown()) {
      show("\r\u001b[K");
    }
  }

  private boolean isShown() {
    return total > 1 && console.errKind() == Console.Kind.TERMINAL;
  }

  private synchronized void show(String text) {
    console.err().print(text);
    console.err().flush();
  }
}
