package dev.gradus.cas;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;

/** One call of Symja: in a thread of its own with an evaluator of its own that is removed at the end. Only this class starts Symja. */
final class SymjaSession {
  private static final int RECURSIONS = 256;
  private static final int ITERATIONS = 2_000;
  private static final long STACK = 64L << 20;

  /** How a call ended. */
  sealed interface Ending<T> {
    record Answered<T>(Optional<T> answer) implements Ending<T> {}

    /** Symja threw: no answer. */
    record Failed<T>() implements Ending<T> {}

    record OutOfTime<T>() implements Ending<T> {}
  }

  /** Loads Symja when it is first needed; its own pools of threads stay off, they would keep the program alive. */
  private static final class Loaded {
    static final boolean DONE = load();

    private static boolean load() {
      Config.JAS_NO_THREADS = true;
      Config.FILESYSTEM_ENABLED = false;
      try {
        F.await();
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private SymjaSession() {}

  /**
   * In: what to do with an evaluator, and the time it may take as a last guard (loading Symja does not count). Out: how it ended; after {@code
   * OutOfTime} the work may go on for a while in a daemon thread.
   */
  static <T> Ending<T> call(Function<EvalEngine, Optional<T>> task, long milliseconds) {
    if (!Loaded.DONE) {
      return new Ending.OutOfTime<>();
    }
    AtomicReference<Ending<T>> ending = new AtomicReference<>(new Ending.OutOfTime<T>());
    AtomicReference<Optional<EvalEngine>> running = new AtomicReference<>(Optional.empty());
    Thread thread = new Thread(null, () -> ending.set(run(task, running)), "symja", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      running.get().ifPresent(EvalEngine::stopRequest);
      thread.interrupt();
      return new Ending.OutOfTime<>();
    }
    return ending.get();
  }

  /** The one broad catch around Symja: whatever it throws, a deep recursion too, is no answer. */
  private static <T> Ending<T> run(Function<EvalEngine, Optional<T>> task, AtomicReference<Optional<EvalEngine>> running) {
    PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    EvalEngine engine = new EvalEngine("", RECURSIONS, ITERATIONS, silence, silence, true);
    running.set(Optional.of(engine));
    EvalEngine.set(engine);
    try {
      return new Ending.Answered<>(task.apply(engine));
    } catch (Throwable _) {
      return new Ending.Failed<>();
    } finally {
      EvalEngine.remove();
    }
  }
}
