package org.diestra.platform.signin;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a thread work with what the others leave of the processors. Java's own priorities do nothing
 * on Linux; there {@code setpriority(2)} with neither process nor thread named means the thread
 * that calls, and whoever makes way needs no right. Elsewhere it would mean the whole process, so
 * that nothing is done.
 */
final class Patience {
  private static final Logger log = LoggerFactory.getLogger(Patience.class);

  /** A tenth of what a thread that answers pages gets, when both want all. */
  private static final int NICE = 10;

  private static final int PROCESS = 0;
  private static final int SELF = 0;

  private Patience() {}

  /** The same work, patiently: to be the first thing that a thread of its own does. */
  static Runnable of(Runnable work) {
    return () -> {
      if ("Linux".equals(System.getProperty("os.name"))) {
        lower();
      }
      work.run();
    };
  }

  private static void lower() {
    var linker = Linker.nativeLinker();
    var number = ValueLayout.JAVA_INT;
    try {
      var setPriority =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("setpriority"),
              FunctionDescriptor.of(number, number, number, number));
      int refused = (int) setPriority.invokeExact(PROCESS, SELF, NICE);
      if (refused != 0) {
        log.warn("hashing runs as if it were urgent: the system refused another priority");
      }
    } catch (Throwable broken) {
      throw new IllegalStateException("setpriority", broken);
    }
  }
}
